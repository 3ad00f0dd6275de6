import { checkCounts } from './check-counts.js';

/** A range of shares, each from 0 to 1. */
export interface ShareRange {
  low: number;
  high: number;
}

/** The 97.5 % point of the normal distribution, as domain.md §3.2 writes it. */
const Z = 1.959964;

/**
 * The Wilson 95 % interval of a proportion, without continuity correction (domain.md §3.2). Nobody asked says nothing: `(0, 0)` gives
 * `{ low: 0, high: 1 }`; impossible counts throw RangeError (decisions.md 23). The observed share is always inside.
 */
export function wilsonInterval(successes: number, n: number): ShareRange {
  checkCounts(successes, n);
  if (n === 0) return { low: 0, high: 1 };
  const share = successes / n;
  const widening = 1 + Z ** 2 / n;
  const centre = (share + Z ** 2 / (2 * n)) / widening;
  const half = (Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2))) / widening;
  return {
    low: successes === 0 ? 0 : Math.max(0, Math.min(centre - half, share)),
    high: successes === n ? 1 : Math.min(1, Math.max(centre + half, share)),
  };
}
