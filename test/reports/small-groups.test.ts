import { expect } from 'chai';
import fc from 'fast-check';
import { gateCell, gateDivision, hiddenChildren, isSafe, isSafeWithin } from '../../src/reports/small-groups.js';

const k = 5;
const division = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 7 })
  .map((counts) => counts.map((count, index) => ({ code: `c${index}`, count })));
const totalOf = (parts: readonly { count: number | null }[]): number => parts.reduce((sum, { count }) => sum + (count ?? 0), 0);

describe('the small-group gate', () => {
  it('lets pass nobody, and five or more', () => {
    expect([0, 1, 4, 5, 6].map((size) => isSafe(size, k))).to.deep.equal([true, false, false, true, true]);
  });

  it('looks at what a child leaves of its parent', () => {
    expect(isSafeWithin(8, 12, k)).to.equal(false);
    expect(isSafeWithin(7, 12, k)).to.equal(true);
    expect(isSafeWithin(12, 12, k)).to.equal(true);
    expect(isSafeWithin(4, 12, k)).to.equal(false);
  });

  it('never shows a part of one to four people, and loses nobody', () => {
    fc.assert(
      fc.property(division, (parts) => {
        const { cells, pooled } = gateDivision(parts, { k });
        const total = totalOf(parts);
        for (const { count } of [...cells, ...(pooled ? [pooled] : [])])
          if (count !== null) expect(isSafe(count, k), `${count}`).to.equal(true);
        if (total >= k || total === 0) expect(totalOf(cells) + (pooled?.count ?? 0)).to.equal(total);
        else expect(cells).to.deep.equal([]);
      }),
    );
  });

  it('never pools one part alone, because subtracting would show it', () => {
    fc.assert(
      fc.property(division, (parts) => {
        const { pooled } = gateDivision(parts, { k });
        if (pooled?.count && parts.length > 1) expect(pooled.codes).to.have.length.above(1);
      }),
    );
  });

  it('names no reason when all of them together are too few', () => {
    const parts = [
      { code: 'a', count: 1 },
      { code: 'b', count: 3 },
    ];
    expect(gateDivision(parts, { k })).to.deep.equal({ cells: [], pooled: { codes: [], count: null } });
  });

  it('puts a sensitive part of (almost) nobody or everybody among few people into the pool, and shows it among many', () => {
    const parts = (dropped: number) => [
      { code: 'ST_NOT_YET', count: 6 },
      { code: 'ST_STOPPED', count: 7 },
      { code: 'ST_DROPPED', count: dropped },
    ];
    const options = { k, sensitive: ['ST_DROPPED'] };
    expect(gateDivision(parts(0), options).cells).to.deep.equal([{ code: 'ST_STOPPED', count: 7 }]);
    expect(gateDivision(parts(6), { ...options, of: 19 }).cells).to.have.length(3);
    expect(gateDivision(parts(0), { ...options, of: 20 }).cells).to.deep.include({ code: 'ST_DROPPED', count: 0 });
  });

  it('says a small count in words, a sensitive one of (almost) nobody or everybody too', () => {
    const plain = { k, isSensitive: false };
    const sensitive = { k, isSensitive: true };
    expect([0, 1, 4, 5, 12].map((count) => gateCell(count, 12, plain))).to.deep.equal([0, 'few', 'few', 5, 12]);
    expect([0, 1, 2, 5, 10, 11, 12].map((count) => gateCell(count, 12, sensitive))).to.deep.equal([
      ...['almost-none', 'almost-none', 'few', 5, 10],
      ...['almost-all', 'almost-all'],
    ]);
    expect([0, 1, 19, 20].map((count) => gateCell(count, 20, sensitive))).to.deep.equal([0, 'few', 19, 20]);
  });

  it('hides a child that leaves too few of its parent, and a sibling where one alone would be hidden', () => {
    const children = (...counts: number[]) => counts.map((count, index) => ({ code: `B${index + 1}`, count }));
    expect([...hiddenChildren(20, children(16, 4), k)]).to.have.members(['B1', 'B2']);
    expect([...hiddenChildren(20, children(8, 9, 3), k)]).to.have.members(['B1', 'B3']);
    expect([...hiddenChildren(20, children(10, 12, 0), k)]).to.deep.equal([]);
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 60 }), fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }), (parent, sizes) => {
        const list = children(...sizes.map((size) => Math.min(size, parent)));
        const hidden = hiddenChildren(parent, list, k);
        for (const { code, count } of list) if (!hidden.has(code)) expect(isSafeWithin(count, parent, k)).to.equal(true);
      }),
    );
  });
});
