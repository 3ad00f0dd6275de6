import { expect } from 'chai';
import fc from 'fast-check';
import { nonResponseBounds } from '../../../src/domain/statistics/non-response-bounds.js';

const percent = (share: number): number => Math.round(share * 1000) / 10;
/** yes ≤ answered ≤ eligible, with somebody eligible. */
const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain((eligible) => fc.tuple(fc.integer({ min: 0, max: eligible }), fc.constant(eligible)))
  .chain(([answered, eligible]) => fc.tuple(fc.integer({ min: 0, max: answered }), fc.constant(answered), fc.constant(eligible)));

describe('nonResponseBounds', () => {
  const golden: [number, number, number, number, number][] = [
    [12, 20, 40, 30, 80],
    [18, 25, 60, 30, 88.3],
    [47, 60, 75, 62.7, 82.7],
  ];
  for (const [yes, answered, eligible, low, high] of golden) {
    it(`gives ${low}–${high} % for ${yes} yes of ${answered} answers among ${eligible}`, () => {
      const range = nonResponseBounds(yes, answered, eligible);
      expect([percent(range.low), percent(range.high)]).to.deep.equal([low, high]);
    });
  }

  it('is what comes out when all who kept silent are counted first as no, then as yes', () => {
    fc.assert(
      fc.property(counts, ([yes, answered, eligible]) => {
        const silent = Array.from({ length: eligible - answered });
        const everybody = (said: number): number => (yes + silent.reduce<number>((sum) => sum + said, 0)) / eligible;
        expect(nonResponseBounds(yes, answered, eligible)).to.deep.equal({ low: everybody(0), high: everybody(1) });
      }),
      { numRuns: 50 },
    );
  });

  it('holds the share among those who answered, and is exactly as wide as the share of those who did not', () => {
    fc.assert(
      fc.property(counts, ([yes, answered, eligible]) => {
        const { low, high } = nonResponseBounds(yes, answered, eligible);
        expect(high - low).to.be.closeTo((eligible - answered) / eligible, 1e-12);
        if (answered > 0) expect(yes / answered).to.be.within(low - 1e-12, high + 1e-12);
      }),
    );
  });

  it('says nothing when nobody is eligible, and everything is open when nobody answered', () => {
    expect(nonResponseBounds(0, 0, 0)).to.deep.equal({ low: 0, high: 1 });
    expect(nonResponseBounds(0, 0, 12)).to.deep.equal({ low: 0, high: 1 });
  });

  it('refuses counts that cannot be', () => {
    const impossible: [number, number, number][] = [
      [6, 5, 10],
      [5, 11, 10],
      [-1, 5, 10],
      [1, 5, -10],
      [1.5, 5, 10],
      [1, Number.NaN, 10],
      [1, 1, 0],
    ];
    for (const given of impossible) expect(() => nonResponseBounds(...given), given.join('/')).to.throw(RangeError);
  });
});
