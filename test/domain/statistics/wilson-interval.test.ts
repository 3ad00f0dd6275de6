import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { wilsonInterval } from '../../../src/domain/statistics/wilson-interval.js';

const percent = (share: number): number => Math.round(share * 1000) / 10;
/** Counts that can be: a part of a whole of at least one. */
const counts = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe('wilsonInterval', () => {
  const golden: [number, number, number, number][] = [
    [3, 5, 23.1, 88.2],
    [0, 8, 0, 32.4],
    [8, 8, 67.6, 100],
    [12, 20, 38.7, 78.1],
    [18, 25, 52.4, 85.7],
    [47, 60, 66.4, 86.9],
    [120, 200, 53.1, 66.5],
  ];
  for (const [yes, n, low, high] of golden) {
    it(`gives ${low}–${high} % for ${yes} of ${n}`, () => {
      const range = wilsonInterval(yes, n);
      expect([percent(range.low), percent(range.high)]).to.deep.equal([low, high]);
    });
  }

  it('agrees with values worked out elsewhere', () => {
    const fixture = JSON.parse(readFileSync(new URL('../../fixtures/statistics/wilson.json', import.meta.url), 'utf8')) as {
      values: { yes: number; n: number; low: number; high: number }[];
    };
    expect(fixture.values).to.have.length.above(50);
    for (const { yes, n, low, high } of fixture.values) {
      const range = wilsonInterval(yes, n);
      expect(range.low, `low of ${yes}/${n}`).to.be.closeTo(low, 1e-6);
      expect(range.high, `high of ${yes}/${n}`).to.be.closeTo(high, 1e-6);
    }
  });

  it('has limits that solve the equation they are defined by: |p − limit| = z·√(limit(1 − limit)/n)', () => {
    fc.assert(
      fc.property(counts, ([yes, n]) => {
        const { low, high } = wilsonInterval(yes, n);
        for (const limit of [low, high]) {
          const distance = (yes / n - limit) ** 2;
          expect(distance).to.be.closeTo((1.959964 ** 2 * limit * (1 - limit)) / n, 1e-9);
        }
      }),
    );
  });

  it('holds the observed share, stays between 0 and 1, and is the mirror image for the opposite answer', () => {
    fc.assert(
      fc.property(counts, ([yes, n]) => {
        const { low, high } = wilsonInterval(yes, n);
        const opposite = wilsonInterval(n - yes, n);
        expect(low).to.be.within(0, yes / n);
        expect(high).to.be.within(yes / n, 1);
        expect(opposite.low).to.be.closeTo(1 - high, 1e-12);
        expect(opposite.high).to.be.closeTo(1 - low, 1e-12);
      }),
    );
  });

  it('becomes narrower when the same share is seen in more people', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 20 }), ([yes, n], times) => {
        const few = wilsonInterval(yes, n);
        const many = wilsonInterval(yes * times, n * times);
        expect(many.high - many.low).to.be.below(few.high - few.low);
      }),
    );
  });

  it('says nothing when nobody was asked', () => {
    expect(wilsonInterval(0, 0)).to.deep.equal({ low: 0, high: 1 });
  });

  it('reaches 0 and 1 exactly at the ends', () => {
    expect(wilsonInterval(0, 7).low).to.equal(0);
    expect(wilsonInterval(7, 7).high).to.equal(1);
  });

  it('refuses counts that cannot be', () => {
    const impossible: [number, number][] = [
      [6, 5],
      [-1, 5],
      [1, -5],
      [1, 0],
      [1.5, 5],
      [1, 5.5],
      [Number.NaN, 5],
      [1, Number.NaN],
      [1, Number.POSITIVE_INFINITY],
    ];
    for (const [yes, n] of impossible) expect(() => wilsonInterval(yes, n), `${yes}/${n}`).to.throw(RangeError);
  });
});
