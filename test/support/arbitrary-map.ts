import fc from 'fast-check';
import type { ElementLink, MapElement } from '../../src/domain/impact-map/impact-map.js';
import { STAGES } from '../../src/domain/impact-map/stage.js';

/** Any map of up to `most` elements whose links go from a stage to a later one, each at most once. */
export function arbitraryMap(most = 30): fc.Arbitrary<{ elements: MapElement[]; links: ElementLink[] }> {
  return fc
    .array(fc.record({ stage: fc.constantFrom(...STAGES), words: fc.integer({ min: 0, max: 40 }) }), { maxLength: most })
    .chain((drawn) => {
      const elements = drawn.map(({ stage, words }, at): MapElement => {
        const text = new Array<string>(words).fill('word').join(' ');
        return { stableId: `E${at}`, stage, position: at, text: { en: text, nl: text }, occasion: null, details: {} };
      });
      const pairs = elements.flatMap((from) => elements.map((to) => ({ from, to }))).filter(isForward);
      return fc.subarray(pairs, { maxLength: Math.min(pairs.length, most * 2) }).map((chosen) => ({
        elements,
        links: chosen.map(({ from, to }) => ({ from: from.stableId, to: to.stableId, assumption: null, confidence: null })),
      }));
    });
}

function isForward({ from, to }: { from: MapElement; to: MapElement }): boolean {
  return STAGES.indexOf(from.stage) < STAGES.indexOf(to.stage);
}
