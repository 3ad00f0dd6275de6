/** No figure speaks of fewer people than this, whatever a platform sets (domain.md §3.6 R1). */
export const FLOOR = 5;
/** A full distribution needs this many answers (domain.md §3.6 R1). */
export const DISTRIBUTION_FLOOR = 8;
/** Below this many answers a sensitive answer of all or almost all is only said in words (domain.md §3.6 R6). */
export const HOMOGENEITY_LIMIT = 20;

/** What may be said of how many people named something: a count, or only words. */
export type Cell = number | 'few' | 'almost-none' | 'almost-all';

/** A division of people into parts. Parts too small to show stand together in `pooled`; its count is null when even together they are too few. */
export interface Division {
  cells: { code: string; count: number }[];
  pooled: { codes: string[]; count: number | null } | null;
}

/** Whether a group is big enough, or empty: the only sizes that may be shown. */
export function isSafe(size: number, k: number): boolean {
  return size === 0 || size >= k;
}

/** A group and what is left of its parent: both must be safe, or subtraction would show the rest (domain.md §3.6 R3). */
export function isSafeWithin(child: number, parent: number, k: number): boolean {
  return isSafe(child, k) && isSafe(parent - child, k);
}

/** How many named one thing out of `of`; small counts become words, and so do sensitive answers of (almost) nobody or everybody (R1, R6). */
export function gateCell(count: number, of: number, options: { k: number; isSensitive: boolean }): Cell {
  if (options.isSensitive && of < HOMOGENEITY_LIMIT) {
    if (count <= 1) return 'almost-none';
    if (count >= of - 1) return 'almost-all';
  }
  return isSafe(count, options.k) ? count : 'few';
}

/**
 * Divides people into parts that may be shown (R1, R3): every part shown is empty or at least k, and parts that are not stand together
 * with, where needed, the next smallest one, so that subtracting from the total gives nothing away. A total below k shows no parts at
 * all. `sensitive` parts of nobody, one, all or all but one among few people always go into the pool (R6). The count of a `known` part
 * can be read from other figures, so the pool must be enough without it.
 */
export function gateDivision(
  parts: readonly { code: string; count: number }[],
  options: { k: number; sensitive?: readonly string[]; of?: number; known?: string },
): Division {
  const { k, sensitive = [], known } = options;
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  const of = options.of ?? total;
  if (total === 0) return { cells: sensitive.length && of < HOMOGENEITY_LIMIT ? [] : [...parts], pooled: null };
  if (total < k) return { cells: [], pooled: { codes: [], count: null } };
  const mustHide = ({ code, count }: { code: string; count: number }): boolean =>
    !isSafe(count, k) || (sensitive.includes(code) && of < HOMOGENEITY_LIMIT && (count <= 1 || count >= of - 1));
  const hidden = new Set(parts.filter(mustHide).map(({ code }) => code));
  const hiddenCount = (): number => parts.reduce((sum, { code, count }) => sum + (hidden.has(code) ? count : 0), 0);
  const isThin = (): boolean => {
    const unknown = parts.filter(({ code }) => hidden.has(code) && code !== known);
    const unknownCount = unknown.reduce((sum, { count }) => sum + count, 0);
    return hidden.size < 2 || hiddenCount() < k || (unknown.length > 0 && (unknown.length < 2 || unknownCount < k));
  };
  while (hidden.size > 0 && hidden.size < parts.length && isThin()) {
    const next = smallest(parts.filter(({ code, count }) => !hidden.has(code) && count > 0)) ?? parts.find(({ code }) => !hidden.has(code));
    if (!next) break;
    hidden.add(next.code);
  }
  return {
    cells: parts.filter(({ code }) => !hidden.has(code)).map(({ code, count }) => ({ code, count })),
    pooled: hidden.size ? { codes: parts.filter(({ code }) => hidden.has(code)).map(({ code }) => code), count: hiddenCount() } : null,
  };
}

/**
 * Which children of a parent may be shown. A child is hidden when it, or what it leaves of the parent, is too small; where the hidden
 * ones together are too few, the smallest shown sibling is hidden with them (domain.md §3.6 R3). Where the sum of all children is told,
 * one alone is never hidden, because subtracting would show it.
 */
export function hiddenChildren(
  parent: number,
  children: readonly { code: string; count: number }[],
  k: number,
  { isSumTold = false } = {},
): Set<string> {
  const hidden = new Set(children.filter(({ count }) => !isSafeWithin(count, parent, k)).map(({ code }) => code));
  const small = (): number => children.reduce((sum, { code, count }) => sum + (hidden.has(code) ? count : 0), 0);
  while (hidden.size > 0 && (small() < k || (isSumTold && hidden.size < 2))) {
    const next = smallest(children.filter(({ code, count }) => !hidden.has(code) && count > 0));
    if (!next) break;
    hidden.add(next.code);
  }
  return hidden;
}

function smallest<Part extends { count: number }>(parts: readonly Part[]): Part | undefined {
  return [...parts].sort((a, b) => a.count - b.count)[0];
}
