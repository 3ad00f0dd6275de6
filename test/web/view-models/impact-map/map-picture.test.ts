import { expect } from 'chai';
import fc from 'fast-check';
import { findTemplate } from '../../../../src/domain/impact-map/templates/index.js';
import { translator } from '../../../../src/i18n/translator.js';
import { mapPicture } from '../../../../src/web/view-models/impact-map/map-picture.js';
import { arbitraryMap } from '../../../support/arbitrary-map.js';

const t = translator('en');
const options = { language: 'en', t } as const;

describe('mapPicture', () => {
  const map = findTemplate('A');
  if (!map) throw new Error('template A is not there');

  it('reads path by path, each element once, in the first path it is on', () => {
    const { groups } = mapPicture(map, options);
    expect(groups.map((group) => group.boxes.map((box) => box.id).join())).to.deep.equal(['T1,I1,I3,C1,B1,S1,O1,G1', 'I2,C2,B2,S2', 'B3']);
    expect(groups[2]?.label).to.equal('Path 3 of 3: When the need is not ours, the adviser refers within the same call.');
  });

  it('makes work behaviour and indicators the wide, central columns', () => {
    const { headings } = mapPicture(map, options);
    const heart = headings.filter((heading) => heading.isHeart);
    expect(heart.map((heading) => heading.stage)).to.deep.equal(['work_behaviour', 'success_indicator']);
    const others = headings.filter((heading) => !heading.isHeart).map((heading) => heading.width);
    expect(Math.min(...heart.map((heading) => heading.width))).to.be.greaterThan(Math.max(...others));
  });

  it('gives a box the room that its note needs', () => {
    const note = { text: '6 of 11 who answered use it (between 28% and 79%)', tone: 'plain' } as const;
    const without = mapPicture(map, options).groups[0]?.boxes.find((box) => box.id === 'B1');
    const picture = mapPicture(map, { ...options, noteOf: (id) => (id === 'B1' ? note : null) });
    const withNote = picture.groups[0]?.boxes.find((box) => box.id === 'B1');
    expect(withNote?.note).to.deep.equal(note);
    expect(withNote?.height).to.be.greaterThan((without?.height ?? 0) + 30);
    expect(picture.list.paths[0]?.steps.flatMap((step) => step.elements).find((element) => element.id === 'B1')?.note).to.deep.equal(note);
  });

  it('shows each element of any map exactly once in the picture, and at least once in the list', () => {
    fc.assert(
      fc.property(arbitraryMap(), (any) => {
        const picture = mapPicture(any, { ...options, selected: any.elements[0]?.stableId ?? null });
        const ids = any.elements.map((element) => element.stableId).sort();
        expect(picture.groups.flatMap((group) => group.boxes.map((box) => box.id)).sort()).to.deep.equal(ids);
        const listed = picture.list.paths.flatMap((path) => path.steps.flatMap((step) => step.elements));
        expect([...new Set([...listed, ...picture.list.rest].map((element) => element.id))].sort()).to.deep.equal(ids);
        expect(picture.lines).to.have.length(any.links.length);
        expect(picture.chosen === null).to.equal(any.elements.length === 0);
      }),
      { numRuns: 40 },
    );
  });
});
