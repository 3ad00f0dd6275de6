import type { Release, ReleasedFigure } from './released.js';
import type { ComparisonRow } from './rows.js';

/** How far the set of a figure is from the one it was last counted with: members added plus removed, erased ones included. */
export function changeOf(comparison: ComparisonRow | undefined, old: ReleasedFigure | undefined): number {
  const { size, kept } = comparison ?? { size: 0, kept: 0 };
  return size - kept + ((old?.countedSize ?? 0) - kept);
}

/**
 * Which figures may be counted anew (decisions.md 21): one that was never shown when its set is large enough, one that was when its own
 * set differs by at least k members. What is not named here keeps its old value and date.
 */
export function dueFigures(comparisons: readonly ComparisonRow[], latest: Release | null, k: number): Set<string> {
  const old = new Map(latest?.figures.map((figure) => [figure.figure, figure]));
  const now = new Map(comparisons.map((row) => [row.population, row]));
  const due = new Set<string>();
  for (const code of new Set([...now.keys(), ...old.keys()])) {
    const before = old.get(code);
    const wasShown = before !== undefined && before.countedInId !== null;
    if (wasShown ? changeOf(now.get(code), before) >= k : (now.get(code)?.size ?? 0) >= k) due.add(code);
  }
  return due;
}

/**
 * The wave figures that may be counted anew because their windows closed: only where everybody finished on one date, and nobody's answer
 * came or went since (decisions.md 21); all that changes is that they no longer read "running".
 */
export function closedFigures(
  waves: readonly { wave: string; running: number }[],
  comparisons: readonly ComparisonRow[],
  latest: Release | null,
): Set<string> {
  const closed = new Set(waves.filter(({ running }) => running === 0).map(({ wave }) => wave));
  const now = new Map(comparisons.map((row) => [row.population, row]));
  const figures = runningFigures(latest).filter((figure) => {
    const [, wave, element] = figure.figure.split('/');
    return element === undefined && closed.has(wave ?? '') && changeOf(now.get(figure.figure), figure) === 0;
  });
  return new Set(figures.map(({ figure }) => figure));
}

/** The figures of a release that were counted while a window was open. */
export function runningFigures(latest: Release | null): ReleasedFigure[] {
  return latest?.figures.filter(({ value }) => value.shown && 'isRunning' in value && value.isRunning) ?? [];
}
