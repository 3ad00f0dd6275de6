import type { MapVersion } from './impact-map.js';

/** What an element rests on and what it leads to, over any number of links. */
export interface TracedPath {
  elementId: string;
  ancestors: ReadonlySet<string>;
  descendants: ReadonlySet<string>;
}

type Links = Pick<MapVersion, 'links'>;

/** Follows the links of a map from one element back to its beginnings and on to its ends (domain.md §1.4). */
export function tracePath(map: Links, elementId: string): TracedPath {
  const { into, outOf } = neighboursOf(map);
  return { elementId, ancestors: reachable(elementId, into), descendants: reachable(elementId, outOf) };
}

/** Whether an element lies on a path. */
export function isOnPath(path: TracedPath, id: string): boolean {
  return id === path.elementId || path.ancestors.has(id) || path.descendants.has(id);
}

/** Whether a link lies on a path: both its ends before the element, or both after it. */
export function isLinkOnPath(path: TracedPath, link: { from: string; to: string }): boolean {
  const before = (id: string) => id === path.elementId || path.ancestors.has(id);
  const after = (id: string) => id === path.elementId || path.descendants.has(id);
  return (before(link.from) && before(link.to)) || (after(link.from) && after(link.to));
}

/** For each element the elements linked into it and out of it, in the order of the links. */
export function neighboursOf(map: Links): { into: Map<string, string[]>; outOf: Map<string, string[]> } {
  const into = new Map<string, string[]>();
  const outOf = new Map<string, string[]>();
  const add = (lists: Map<string, string[]>, key: string, id: string): void => {
    const list = lists.get(key);
    if (list) list.push(id);
    else lists.set(key, [id]);
  };
  for (const { from, to } of map.links) {
    add(into, to, from);
    add(outOf, from, to);
  }
  return { into, outOf };
}

function reachable(start: string, neighbours: Map<string, string[]>): Set<string> {
  const found = new Set<string>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const next of neighbours.get(id) ?? []) {
      if (next === start || found.has(next)) continue;
      found.add(next);
      waiting.push(next);
    }
  }
  return found;
}
