import { expect } from 'chai';
import { climb } from '../../../src/domain/report/claim-ladder.js';
import { coverLight } from '../../../src/domain/report/cover-light.js';
import { evidenceDirection } from '../../../src/domain/report/evidence-direction.js';

const wave = (code: string, answered: number, eligible: number) => ({ wave: code, tried: 6, applying: 5, answered, eligible });

describe('the claim ladder', () => {
  it('climbs as far as the figures allow', () => {
    const intended = { yes: 12, of: 20 };
    expect(climb({ intended: null, waves: [] }).claim).to.deep.equal({ rung: 'C0' });
    expect(climb({ intended, waves: [] }).claim).to.deep.equal({ rung: 'C1', yes: 12, of: 20 });
    expect(climb({ intended, waves: [wave('W1', 8, 10)] }).claim).to.deep.equal({
      rung: 'C2',
      wave: 'W1',
      yes: 6,
      answered: 8,
      eligible: 10,
    });
    expect(climb({ intended, waves: [wave('W1', 8, 10), wave('W2', 7, 9)] }).claim).to.include({ rung: 'C2', wave: 'W2', answered: 7 });
    expect(climb({ intended, waves: [wave('W2', 7, 9), wave('W3', 7, 9)] }).claim).to.include({ rung: 'C3', yes: 5, answered: 7 });
  });

  it('takes no rate from a moment at which fewer than 40 % answered, and says so', () => {
    const result = climb({ intended: { yes: 12, of: 20 }, waves: [wave('W2', 8, 10), wave('W3', 7, 18)] });
    expect(result.claim).to.include({ rung: 'C2', wave: 'W2' });
    expect(result.leftOut).to.deep.equal({ answered: 7, eligible: 18, wave: 'W3' });
  });
});

describe('the traffic light of cover', () => {
  it('turns at exactly 40 and 70 %', () => {
    expect([69, 70, 39, 40].map((answered) => coverLight(answered, 100))).to.deep.equal(['careful', 'good', 'stories', 'careful']);
    expect([coverLight(7, 10), coverLight(2, 5), coverLight(0, 0)]).to.deep.equal(['good', 'careful', 'stories']);
  });
});

describe('evidenceDirection', () => {
  it('is sure only when the whole range lies on one side of half', () => {
    expect(evidenceDirection(18, 25)).to.equal('supports');
    expect(evidenceDirection(12, 20)).to.equal('mixed');
    expect(evidenceDirection(3, 5)).to.equal('mixed');
    expect(evidenceDirection(2, 20)).to.equal('below');
    expect(evidenceDirection(0, 8)).to.equal('below');
  });
});
