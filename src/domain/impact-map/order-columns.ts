import { elementsOf, type MapVersion } from './impact-map.js';
import { STAGES } from './stage.js';
import { neighboursOf } from './trace-path.js';

const SWEEPS = 6;

type ElementsAndLinks = Pick<MapVersion, 'elements' | 'links'>;
type Columns = string[][];

/**
 * Orders the elements of each stage so that few lines cross: sweeps right and left, each element going to the mean place of its
 * neighbours (barycentre), and keeps the best order seen. The makers' own order stays where that crosses no more lines.
 */
export function orderColumns(map: ElementsAndLinks): Columns {
  const { into, outOf } = neighboursOf(map);
  let columns: Columns = STAGES.map((stage) => elementsOf(map, stage).map((element) => element.stableId));
  let best = { columns, crossings: countCrossings(map, columns) };
  for (let sweep = 0; sweep < SWEEPS && best.crossings > 0; sweep += 1) {
    columns = sweep % 2 === 0 ? sweepColumns(columns, into, 1) : sweepColumns(columns, outOf, -1);
    const crossings = countCrossings(map, columns);
    if (crossings < best.crossings) best = { columns, crossings };
  }
  return faithful(best.columns, map);
}

/** Upside down the same lines cross: of the two, the one nearer to the makers' own order. */
function faithful(columns: Columns, map: ElementsAndLinks): Columns {
  const position = new Map(map.elements.map((element) => [element.stableId, element.position]));
  const middle = (column: string[]) => column.reduce((sum, id) => sum + (position.get(id) ?? 0), 0) / (column.length || 1);
  const agreement = columns
    .flatMap((column) => column.map((id, at) => ((position.get(id) ?? 0) - middle(column)) * (at - (column.length - 1) / 2)))
    .reduce((sum, value) => sum + value, 0);
  return agreement < 0 ? columns.map((column) => [...column].reverse()) : columns;
}

function sweepColumns(columns: Columns, neighbours: Map<string, string[]>, step: 1 | -1): Columns {
  const result = columns.map((column) => [...column]);
  const place = new Map<string, number>();
  const indexes = [...result.keys()];
  for (const index of step === 1 ? indexes : indexes.reverse()) {
    const column = result[index] ?? [];
    const keys = new Map(column.map((id, at) => [id, barycentre(neighbours.get(id), place) ?? share(at, column.length)]));
    column.sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
    for (const [at, id] of column.entries()) place.set(id, share(at, column.length));
  }
  return result;
}

/** Where the middle of place `at` of `count` stands, from 0 to 1: places of columns of different length can be compared. */
const share = (at: number, count: number): number => (at + 0.5) / count;

function barycentre(ids: string[] | undefined, place: Map<string, number>): number | null {
  const known = (ids ?? []).map((id) => place.get(id)).filter((value) => value !== undefined);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** How many pairs of lines between the same two columns cross. Counted with a Fenwick tree: links × log(elements). */
export function countCrossings(map: ElementsAndLinks, columns: Columns): number {
  const at = new Map(columns.flatMap((column, index) => column.map((id, place) => [id, { index, place }] as const)));
  const pairs = new Map<number, [number, number][]>();
  for (const { from, to } of map.links) {
    const [a, b] = [at.get(from), at.get(to)];
    if (!a || !b) continue;
    const key = a.index * STAGES.length + b.index;
    const list = pairs.get(key);
    if (list) list.push([a.place, b.place]);
    else pairs.set(key, [[a.place, b.place]]);
  }
  return [...pairs.values()].reduce((sum, lines) => sum + crossingsOf(lines), 0);
}

function crossingsOf(lines: [number, number][]): number {
  lines.sort(([a, b], [c, d]) => a - c || b - d);
  const size = 1 + Math.max(...lines.map(([, to]) => to));
  const tree = new Array<number>(size + 1).fill(0);
  let crossings = 0;
  for (const [seen, [, to]] of lines.entries()) {
    let notBelow = 0;
    for (let i = to + 1; i > 0; i -= i & -i) notBelow += tree[i] ?? 0;
    crossings += seen - notBelow;
    for (let i = to + 1; i <= size; i += i & -i) tree[i] = (tree[i] ?? 0) + 1;
  }
  return crossings;
}
