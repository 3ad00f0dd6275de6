import { expect } from 'chai';
import fc from 'fast-check';
import { elementsWithoutPath, pathsOf, stepsThrough } from '../../../src/domain/impact-map/paths-of.js';
import { STAGES } from '../../../src/domain/impact-map/stage.js';
import { findTemplate } from '../../../src/domain/impact-map/templates/index.js';
import { arbitraryMap } from '../../support/arbitrary-map.js';

describe('pathsOf', () => {
  const map = findTemplate('A');
  if (!map) throw new Error('template A is not there');
  const ids = (steps: ReturnType<typeof stepsThrough>) => steps.map((step) => step.elements.map((element) => element.stableId).join());

  it('reads the map once through each behaviour, from the people to the goal', () => {
    const paths = pathsOf(map);
    expect(paths.map((path) => path.behaviour.stableId)).to.deep.equal(['B1', 'B2', 'B3']);
    expect(ids(paths[1]?.steps ?? [])).to.deep.equal(['T1', 'I1,I2', 'C2', 'B2', 'S1,S2', 'O1', 'G1']);
    expect(elementsWithoutPath(map, paths)).to.deep.equal([]);
  });

  it('gives the path through any other element too', () => {
    expect(ids(stepsThrough(map, 'S1'))).to.deep.equal(['T1', 'I1,I2,I3', 'C1,C2', 'B1,B2', 'S1', 'O1', 'G1']);
  });

  it('shows every element of any map somewhere, each path in the order of the stages', () => {
    fc.assert(
      fc.property(arbitraryMap(), (any) => {
        const paths = pathsOf(any);
        const shown = new Set(paths.flatMap((path) => path.steps.flatMap((step) => step.elements.map((element) => element.stableId))));
        const rest = elementsWithoutPath(any, paths).map((element) => element.stableId);
        expect([...shown, ...rest].sort()).to.deep.equal(any.elements.map((element) => element.stableId).sort());
        for (const { steps } of paths) {
          const places = steps.map((step) => STAGES.indexOf(step.stage));
          expect(places).to.deep.equal([...places].sort((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });
});
