import { expect } from 'chai';
import fc from 'fast-check';
import type { ElementLink, MapElement } from '../../../src/domain/impact-map/impact-map.js';
import { type LayoutOptions, layoutMap } from '../../../src/domain/impact-map/layout-map.js';
import { countCrossings, orderColumns } from '../../../src/domain/impact-map/order-columns.js';
import { STAGES } from '../../../src/domain/impact-map/stage.js';
import { TEMPLATES } from '../../../src/domain/impact-map/templates/index.js';
import { arbitraryMap } from '../../support/arbitrary-map.js';

const options: LayoutOptions = {
  widthOf: (stage) => (stage === 'work_behaviour' ? 200 : 120),
  heightOf: (element) => 40 + element.text.en.length / 4,
  top: 90,
  columnGap: 30,
  boxGap: 12,
};
const close = 1e-6;
const link = (from: string, to: string): ElementLink => ({ from, to, assumption: null, confidence: null });

describe('layoutMap', () => {
  it('never lets two boxes of a column touch, and keeps all of them in the picture', () => {
    fc.assert(
      fc.property(arbitraryMap(40), (map) => {
        const { boxes, width, height } = layoutMap(map, options);
        expect(boxes.map((box) => box.id).sort()).to.deep.equal(map.elements.map((element) => element.stableId).sort());
        for (const box of boxes) {
          expect(box.x).to.be.at.least(0);
          expect(box.x + box.width).to.be.at.most(width + close);
          expect(box.y).to.be.at.least(options.top - close);
          expect(box.y + box.height).to.be.at.most(height + close);
        }
        for (const stage of STAGES) {
          const column = boxes.filter((box) => box.stage === stage).sort((a, b) => a.y - b.y);
          for (const [at, box] of column.entries()) {
            const next = column[at + 1];
            if (next) expect(next.y - (box.y + box.height)).to.be.at.least(options.boxGap - close);
          }
        }
      }),
      { numRuns: 80 },
    );
  });

  it('draws each link from the right side of one box to the left side of the other', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        const { boxes, lines } = layoutMap(map, options);
        const byId = new Map(boxes.map((box) => [box.id, box]));
        expect(lines.map(({ from, to }) => [from, to])).to.deep.equal(map.links.map(({ from, to }) => [from, to]));
        for (const line of lines) {
          const [from, to] = [byId.get(line.from), byId.get(line.to)];
          if (!from || !to) throw new Error('a line without its boxes');
          expect(line.x1).to.equal(from.x + from.width);
          expect(line.x2).to.equal(to.x);
          expect(line.y1).to.be.within(from.y, from.y + from.height);
          expect(line.y2).to.be.within(to.y, to.y + to.height);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('leaves out a link to an element that is not there', () => {
    const map = { elements: TEMPLATES[0]?.elements ?? [], links: [link('B1', 'X1'), link('B1', 'S1')] };
    expect(layoutMap(map, options).lines).to.have.length(1);
  });
});

describe('orderColumns', () => {
  it('never crosses more lines than the order the makers gave', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        const given = STAGES.map((stage) => map.elements.filter((element) => element.stage === stage).map((element) => element.stableId));
        expect(countCrossings(map, orderColumns(map))).to.be.at.most(countCrossings(map, given));
      }),
      { numRuns: 80 },
    );
  });

  it('undoes crossings that need not be', () => {
    const element = (stableId: string, stage: MapElement['stage'], position: number): MapElement => ({
      ...{ stableId, stage, position, occasion: null, details: {} },
      text: { en: '', nl: '' },
    });
    const elements = [
      ...['B1', 'B2', 'B3'].map((id, at) => element(id, 'work_behaviour', at)),
      ...['S1', 'S2', 'S3'].map((id, at) => element(id, 'success_indicator', at)),
    ];
    const map = { elements, links: [link('B1', 'S3'), link('B2', 'S2'), link('B3', 'S1')] };
    expect(countCrossings(map, orderColumns(map))).to.equal(0);
  });

  it("counts crossings as one would by hand, and keeps the makers' order where nothing is gained", () => {
    const map = { elements: [], links: [link('a', 'y'), link('b', 'x'), link('b', 'y')] };
    expect(
      countCrossings(map, [
        ['a', 'b'],
        ['x', 'y'],
      ]),
    ).to.equal(1);
    expect(
      countCrossings(map, [
        ['b', 'a'],
        ['x', 'y'],
      ]),
    ).to.equal(0);
    for (const template of TEMPLATES) {
      const ordered = countCrossings(template, orderColumns(template));
      expect(ordered, template.code).to.be.at.most(4);
    }
  });

  it('counts the same crossings as comparing every pair of lines, on any map', () => {
    fc.assert(
      fc.property(arbitraryMap(20), (map) => {
        const columns = orderColumns(map);
        const at = new Map(columns.flatMap((column, index) => column.map((id, place) => [id, [index, place] as const])));
        const ends = map.links.map(({ from, to }) => [at.get(from) ?? [0, 0], at.get(to) ?? [0, 0]] as const);
        let slow = 0;
        for (const [i, [a, b]] of ends.entries())
          for (const [c, d] of ends.slice(i + 1)) if (a[0] === c[0] && b[0] === d[0] && (a[1] - c[1]) * (b[1] - d[1]) < 0) slow += 1;
        expect(countCrossings(map, columns)).to.equal(slow);
      }),
      { numRuns: 80 },
    );
  });
});
