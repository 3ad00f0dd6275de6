import { expect } from 'chai';
import fc from 'fast-check';
import { BARRIERS, ENABLERS } from '../../../src/domain/survey/codes.js';
import { shuffleFactors } from '../../../src/domain/survey/shuffle-factors.js';

describe('the order of the factors', () => {
  it('has each factor once and "something else" last, for every seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom<readonly string[]>(BARRIERS, ENABLERS), (seed, codes) => {
        const shuffled = shuffleFactors(codes, seed);
        expect(shuffled).to.have.members([...codes]);
        expect(shuffled).to.have.length(codes.length);
        expect(shuffled.at(-1)).to.equal('F98_OTHER');
      }),
    );
  });

  it('is the same for one person and form', () => {
    expect(shuffleFactors(BARRIERS, '7:intention:1')).to.deep.equal(shuffleFactors(BARRIERS, '7:intention:1'));
  });

  it('puts no factor first far more often than the others', () => {
    const firsts = new Map<string, number>();
    for (let person = 1; person <= 1300; person += 1) {
      const [first = ''] = shuffleFactors(BARRIERS, `${person}:intention:1`);
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    expect(firsts.size).to.equal(13);
    for (const [code, count] of firsts) expect(count, code).to.be.within(60, 150);
  });
});
