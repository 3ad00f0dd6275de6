import { elementsOf, type MapElement, type MapVersion } from './impact-map.js';
import { STAGES } from './stage.js';

const SWEEPS = 6;

type ElementsAndLinks = Pick<MapVersion, 'elements' | 'links'>;

/** A map as numbers: elements are counted from 0, so that ordering a large map costs no look-ups by text. */
interface Numbered {
  elements: MapElement[];
  into: number[][];
  outOf: number[][];
  /** The links between the same two columns, together. */
  bundles: [from: number, to: number][][];
}

/**
 * Orders the elements of each stage so that few lines cross: sweeps right and left, each element going to the mean place of its
 * neighbours (barycentre), and keeps the best order seen. The makers' own order stays where that crosses no more lines.
 */
export function orderColumns(map: ElementsAndLinks): string[][] {
  const given = STAGES.map((stage) => elementsOf(map, stage).map((element) => element.stableId));
  const numbered = numberedOf(map, given);
  let first = 0;
  let columns = given.map((ids) => ids.map(() => first++));
  let best = { columns, crossings: crossingsIn(numbered, columns) };
  for (let sweep = 0; sweep < SWEEPS && best.crossings > 0; sweep += 1) {
    columns = sweep % 2 === 0 ? sweepColumns(columns, numbered.into, 1) : sweepColumns(columns, numbered.outOf, -1);
    const crossings = crossingsIn(numbered, columns);
    if (crossings < best.crossings) best = { columns, crossings };
  }
  return faithful(best.columns, numbered).map((column) => column.map((at) => numbered.elements[at]?.stableId ?? ''));
}

/** How many pairs of lines between the same two columns cross, when the columns are ordered like this. */
export function countCrossings(map: Pick<MapVersion, 'links'>, columns: readonly (readonly string[])[]): number {
  let first = 0;
  const numbers = columns.map((column) => column.map(() => first++));
  return crossingsIn(numberedOf({ elements: [], links: map.links }, columns), numbers);
}

function numberedOf(map: ElementsAndLinks, columns: readonly (readonly string[])[]): Numbered {
  const column = new Map(columns.flatMap((ids, index) => ids.map((id) => [id, index] as const)));
  const number = new Map([...column.keys()].map((id, at) => [id, at] as const));
  const byId = new Map(map.elements.map((element) => [element.stableId, element]));
  const numbered: Numbered = {
    elements: [...number.keys()].flatMap((id) => byId.get(id) ?? []),
    into: [...number.keys()].map(() => []),
    outOf: [...number.keys()].map(() => []),
    bundles: [],
  };
  for (const link of map.links) {
    const [from, to] = [number.get(link.from), number.get(link.to)];
    if (from === undefined || to === undefined) continue;
    numbered.into[to]?.push(from);
    numbered.outOf[from]?.push(to);
    const bundle = (column.get(link.from) ?? 0) * columns.length + (column.get(link.to) ?? 0);
    numbered.bundles[bundle] = numbered.bundles[bundle] ?? [];
    numbered.bundles[bundle].push([from, to]);
  }
  return { ...numbered, bundles: numbered.bundles.filter((bundle) => bundle !== undefined) };
}

function sweepColumns(columns: number[][], neighbours: number[][], step: 1 | -1): number[][] {
  const place = new Float64Array(neighbours.length).fill(Number.NaN);
  const result = [...columns];
  for (let index = step === 1 ? 0 : columns.length - 1; index >= 0 && index < columns.length; index += step) {
    const column = columns[index] ?? [];
    const wished = column.map((id, at) => ({ id, wish: barycentre(neighbours[id], place) ?? share(at, column.length) }));
    const ordered = wished.sort((a, b) => a.wish - b.wish).map(({ id }) => id);
    for (const [at, id] of ordered.entries()) place[id] = share(at, ordered.length);
    result[index] = ordered;
  }
  return result;
}

/** Where the middle of place `at` of `count` stands, from 0 to 1: places of columns of different length can be compared. */
const share = (at: number, count: number): number => (at + 0.5) / count;

function barycentre(neighbours: number[] | undefined, place: Float64Array): number | null {
  let sum = 0;
  let count = 0;
  for (const neighbour of neighbours ?? []) {
    const known = place[neighbour] ?? Number.NaN;
    if (Number.isNaN(known)) continue;
    sum += known;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

/** Upside down the same lines cross: of the two, the one nearer to the makers' own order. */
function faithful(columns: number[][], { elements }: Numbered): number[][] {
  const position = (at: number): number => elements[at]?.position ?? 0;
  let agreement = 0;
  for (const column of columns) {
    const middle = column.reduce((sum, at) => sum + position(at), 0) / (column.length || 1);
    for (const [place, at] of column.entries()) agreement += (position(at) - middle) * (place - (column.length - 1) / 2);
  }
  return agreement < 0 ? columns.map((column) => [...column].reverse()) : columns;
}

/** Counted with a Fenwick tree: links × log(elements). */
function crossingsIn({ bundles }: Numbered, columns: number[][]): number {
  const place: number[] = [];
  for (const column of columns) for (const [at, id] of column.entries()) place[id] = at;
  const most = Math.max(0, ...columns.map((column) => column.length));
  let crossings = 0;
  for (const bundle of bundles) {
    const lines = bundle.map(([from, to]) => ({ from: place[from] ?? 0, to: place[to] ?? 0 }));
    lines.sort((a, b) => a.from - b.from || a.to - b.to);
    const tree = new Int32Array(most + 1);
    for (const [seen, { to }] of lines.entries()) {
      let notBelow = 0;
      for (let i = to + 1; i > 0; i -= i & -i) notBelow += tree[i] ?? 0;
      crossings += seen - notBelow;
      for (let i = to + 1; i <= most; i += i & -i) tree[i] = (tree[i] ?? 0) + 1;
    }
  }
  return crossings;
}
