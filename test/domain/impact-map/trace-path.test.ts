import { expect } from 'chai';
import fc from 'fast-check';
import { findTemplate } from '../../../src/domain/impact-map/templates/index.js';
import { isLinkOnPath, isOnPath, tracePath } from '../../../src/domain/impact-map/trace-path.js';
import { arbitraryMap } from '../../support/arbitrary-map.js';

describe('tracePath', () => {
  const map = findTemplate('A');
  if (!map) throw new Error('template A is not there');

  it('goes from a behaviour to the strategic goal and back to the interventions', () => {
    const path = tracePath(map, 'B1');
    expect([...path.ancestors].sort()).to.deep.equal(['C1', 'I1', 'I3', 'T1']);
    expect([...path.descendants].sort()).to.deep.equal(['G1', 'O1', 'S1']);
    expect(isOnPath(path, 'B1')).to.equal(true);
    expect(isOnPath(path, 'B2')).to.equal(false);
  });

  it('takes no link that only touches the path', () => {
    const path = tracePath(map, 'B1');
    const on = map.links.filter((link) => isLinkOnPath(path, link)).map((link) => `${link.from}>${link.to}`);
    expect(on).to.deep.equal(['T1>I1', 'T1>I3', 'I1>C1', 'I3>C1', 'C1>B1', 'B1>S1', 'S1>O1', 'O1>G1']);
  });

  it('is empty on both sides for an element that is not there', () => {
    const path = tracePath(map, 'X9');
    expect(path.ancestors.size + path.descendants.size).to.equal(0);
  });

  it('comes to an end when links go round', () => {
    const links = [
      { from: 'a', to: 'b', assumption: null, confidence: null },
      { from: 'b', to: 'a', assumption: null, confidence: null },
    ];
    expect([...tracePath({ links }, 'a').descendants]).to.deep.equal(['b']);
  });

  it('agrees with itself from both sides, on any map', () => {
    fc.assert(
      fc.property(arbitraryMap(), (any) => {
        const paths = new Map(any.elements.map(({ stableId }) => [stableId, tracePath(any, stableId)]));
        for (const [id, path] of paths) {
          for (const other of path.descendants) expect(paths.get(other)?.ancestors.has(id)).to.equal(true);
          for (const other of path.ancestors) expect(paths.get(other)?.descendants.has(id)).to.equal(true);
          for (const link of any.links.filter(({ from }) => from === id)) expect(path.descendants.has(link.to)).to.equal(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
