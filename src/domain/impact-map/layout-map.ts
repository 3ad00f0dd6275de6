import type { MapElement, MapVersion } from './impact-map.js';
import { orderColumns } from './order-columns.js';
import { type StackedBox, stackBoxes } from './stack-boxes.js';
import { STAGES, type Stage } from './stage.js';
import { neighboursOf } from './trace-path.js';

/** The measures of the picture; the caller knows fonts, this ring does not. */
export interface LayoutOptions {
  widthOf(stage: Stage): number;
  heightOf(element: MapElement): number;
  /** The room that a column's heading takes. */
  top: number;
  columnGap: number;
  boxGap: number;
}

export interface PlacedBox {
  id: string;
  stage: Stage;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A line from the right side of a box to the left side of a later one. */
export interface PlacedLine {
  from: string;
  to: string;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface MapLayout {
  width: number;
  height: number;
  columns: { stage: Stage; x: number; width: number }[];
  boxes: PlacedBox[];
  lines: PlacedLine[];
}

type ElementsAndLinks = Pick<MapVersion, 'elements' | 'links'>;

/**
 * Draws up the seven columns of a map: the highest column fills the picture, and from there outwards every box stands as near as
 * possible to the boxes it is linked with. Time grows as elements × log(elements) plus links × log(elements).
 */
export function layoutMap(map: ElementsAndLinks, options: LayoutOptions): MapLayout {
  const elements = new Map(map.elements.map((element) => [element.stableId, element]));
  const heights = new Map(map.elements.map((element) => [element.stableId, options.heightOf(element)]));
  const order = orderColumns(map);
  const columnHeights = order.map((ids) => ids.reduce((sum, id) => sum + (heights.get(id) ?? 0) + options.boxGap, -options.boxGap));
  const room = Math.max(0, ...columnHeights);
  const tops = topsOf(map, order, { heights, room, boxGap: options.boxGap, first: columnHeights.indexOf(room) });
  const columns = columnsOf(options);
  const boxes = order.flatMap((ids, index) => {
    const { stage, x, width } = columns[index] as MapLayout['columns'][number];
    return ids.map((id) => ({ id, stage, x, y: options.top + (tops.get(id) ?? 0), width, height: heights.get(id) ?? 0 }));
  });
  const last = columns.at(-1);
  return {
    width: (last?.x ?? 0) + (last?.width ?? 0),
    height: options.top + room,
    columns,
    boxes,
    lines: linesBetween(
      map.links.filter((link) => elements.has(link.from) && elements.has(link.to)),
      boxes,
    ),
  };
}

function columnsOf({ widthOf, columnGap }: LayoutOptions): MapLayout['columns'] {
  let x = 0;
  return STAGES.map((stage) => {
    const column = { stage, x, width: widthOf(stage) };
    x += column.width + columnGap;
    return column;
  });
}

interface Stacking {
  heights: Map<string, number>;
  room: number;
  boxGap: number;
  /** The column that fills the picture; the others follow it outwards. */
  first: number;
}

function topsOf(map: ElementsAndLinks, order: string[][], { heights, room, boxGap, first }: Stacking): Map<string, number> {
  const { into, outOf } = neighboursOf(map);
  const tops = new Map<string, number>();
  const middleOf = (id: string): number | null => {
    const top = tops.get(id);
    return top === undefined ? null : top + (heights.get(id) ?? 0) / 2;
  };
  const place = (index: number): void => {
    const ids = order[index] ?? [];
    const boxes = ids.map((id): StackedBox => {
      const middles = [...(into.get(id) ?? []), ...(outOf.get(id) ?? [])].map(middleOf).filter((value) => value !== null);
      const wish = middles.length === 0 ? null : middles.reduce((sum, value) => sum + value, 0) / middles.length;
      return { height: heights.get(id) ?? 0, wish };
    });
    const placed = stackBoxes(boxes, boxGap, room);
    for (const [at, id] of ids.entries()) tops.set(id, placed[at] ?? 0);
  };
  for (let index = first; index < order.length; index += 1) place(index);
  for (let index = first - 1; index >= 0; index -= 1) place(index);
  return tops;
}

/** Spreads the ends of several lines over the side of their box, in the order of what they go to. */
function linesBetween(links: readonly { from: string; to: string }[], boxes: readonly PlacedBox[]): PlacedLine[] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const box = (id: string): PlacedBox => byId.get(id) as PlacedBox;
  const lines = links.map(({ from, to }) => ({ from, to, x1: box(from).x + box(from).width, y1: 0, x2: box(to).x, y2: 0 }));
  spread(
    lines,
    (line) => line.from,
    (line) => box(line.to).y,
    (line, share) => {
      line.y1 = box(line.from).y + box(line.from).height * share;
    },
  );
  spread(
    lines,
    (line) => line.to,
    (line) => box(line.from).y,
    (line, share) => {
      line.y2 = box(line.to).y + box(line.to).height * share;
    },
  );
  return lines;
}

function spread(
  lines: PlacedLine[],
  keyOf: (line: PlacedLine) => string,
  placeOf: (line: PlacedLine) => number,
  set: (line: PlacedLine, share: number) => void,
): void {
  const groups = new Map<string, PlacedLine[]>();
  for (const line of lines) {
    const group = groups.get(keyOf(line));
    if (group) group.push(line);
    else groups.set(keyOf(line), [line]);
  }
  for (const group of groups.values()) {
    group.sort((a, b) => placeOf(a) - placeOf(b));
    for (const [at, line] of group.entries()) set(line, 0.25 + (0.5 * (at + 0.5)) / group.length);
  }
}
