import { expect } from 'chai';
import fc from 'fast-check';
import { countLines } from '../../../../src/web/view-models/impact-map/measure-text.js';

describe('countLines', () => {
  it('takes one line for a short text and for none', () => {
    expect(countLines('', 100, 13)).to.equal(1);
    expect(countLines('One-day training', 200, 13)).to.equal(1);
  });

  it('puts a word that does not fit on the next line', () => {
    expect(countLines('listening in', 60, 13)).to.equal(2);
  });

  it('breaks a word that is wider than the box', () => {
    expect(countLines('arbeidsongeschiktheidsverzekeringsmaatschappij', 100, 13)).to.be.within(4, 6);
  });

  it('never takes fewer lines for a narrower box, larger letters or a longer text', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.integer({ min: 60, max: 400 }), (text, width) => {
        const lines = countLines(text, width, 13);
        expect(countLines(`${text} more`, width, 13)).to.be.at.least(lines);
        expect(lines).to.be.at.most(text.length + 1);
        expect(lines * width).to.be.at.least(text.length * 13 * 0.3);
      }),
    );
  });
});
