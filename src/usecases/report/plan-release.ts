import { blocks, memberBlockOf, parametersOf } from '../../reports/course-report/blocks.js';
import { buildFigures } from '../../reports/course-report/build-figures.js';
import { compareMembers, isSafePair } from '../../reports/course-report/compare-members.js';
import { countRun } from '../../reports/course-report/count-run.js';
import { type Figure, METHOD_VERSION } from '../../reports/course-report/figures.js';
import { closedFigures, dueFigures, runningFigures } from '../../reports/course-report/release-rule.js';
import type { ComparisonRow } from '../../reports/course-report/rows.js';
import { FLOOR } from '../../reports/small-groups.js';
import { localDateOf } from '../../shared/dates.js';
import { AppError } from '../../shared/errors.js';
import type { CountableRun, NewRelease, NewReleasedFigure, Release, ReleaseRepository } from '../ports/releases.js';

/** The figure that contains another one: subtracting the two must not show a small group. */
function parentOf(code: string): string | null {
  const [kind, wave, element] = code.split('/');
  if (kind === 'R10' && element !== undefined) return `R10/${wave}`;
  if (kind === 'R10') return `R08/${wave}`;
  return kind === 'R11' ? `R10/${wave}` : null;
}

/** What a run's next release would hold, or null when nothing may be renewed. The database counts; only totals come back. */
export async function planRelease(
  releases: ReleaseRepository,
  run: CountableRun,
  mapVersionId: number,
  now: Date,
): Promise<NewRelease | null> {
  const k = Math.max(FLOOR, run.smallestGroup);
  const values = parametersOf(run.runId, now);
  const latest = await releases.findLatest(run.runId);
  const comparisons = await compareMembers(releases, values, latest?.id ?? null);
  const due = dueFigures(comparisons, latest, k);
  if (due.size === 0 && runningFigures(latest).length === 0) return null;
  const counts = await countRun(releases, run.runId, now);
  const { first_completed_at: first, last_completed_at: last } = counts.reach;
  const isOneDate = first !== null && last !== null && localDateOf(first, run.zone) === localDateOf(last, run.zone);
  if (isOneDate) for (const code of closedFigures(counts.waves, comparisons, latest)) due.add(code);
  if (due.size === 0) return null;
  const figures = settle(buildFigures(counts, k), { due, comparisons, latest, now });
  await hidePairs(figures, { latest, now }, (pair) => isSafePair(releases, values, pair, k));
  if (!hasNews(figures, latest)) return null;
  return {
    runId: run.runId,
    number: (latest?.number ?? 0) + 1,
    mapVersionId,
    methodVersion: METHOD_VERSION,
    madeAt: now,
    figures: [...figures.values()],
    members: membersOf(figures, values),
  };
}

/** New values for what is due, old values with their old date for the rest. */
function settle(
  built: Map<string, Figure>,
  known: { due: Set<string>; comparisons: ComparisonRow[]; latest: Release | null; now: Date },
): Map<string, NewReleasedFigure> {
  const { due, comparisons, latest, now } = known;
  const sizes = new Map(comparisons.map(({ population, size }) => [population, size]));
  const old = new Map(latest?.figures.map((figure) => [figure.figure, figure]));
  const settled = new Map<string, NewReleasedFigure>();
  for (const figure of [...new Set([...built.keys(), ...old.keys()])].sort()) {
    const before = old.get(figure);
    const { countedAt = now, countedInId = null } = before ?? {};
    const value: Figure = built.get(figure) ?? { shown: false, reason: 'few' };
    if (!due.has(figure)) {
      const kept: Figure = before?.value ?? { shown: false, reason: 'few' };
      settled.set(figure, { figure, value: kept, renewed: false, countedAt, countedInId });
    } else if (value.shown) {
      if (value.size !== sizes.get(figure)) throw new AppError('changed-while-counting', 'conflict', { figure });
      settled.set(figure, { figure, value, renewed: true });
    } else settled.set(figure, { figure, value, renewed: false, countedAt, countedInId });
  }
  return settled;
}

/** Hides what a renewed and a carried figure would tell together. */
async function hidePairs(
  figures: Map<string, NewReleasedFigure>,
  known: { latest: Release | null; now: Date },
  isSafeWith: (pair: { current: string; stored: { figure: string; releaseId: number } }) => Promise<boolean>,
): Promise<void> {
  for (const [code, child] of figures) {
    const parent = figures.get(parentOf(code) ?? '');
    if (!parent?.value.shown || !child.value.shown || parent.renewed === child.renewed) continue;
    const [current, stored] = parent.renewed ? [parent, child] : [child, parent];
    if (stored.renewed || stored.countedInId === null) continue;
    const isSafe = await isSafeWith({ current: current.figure, stored: { figure: stored.figure, releaseId: stored.countedInId } });
    if (isSafe) continue;
    const { figure } = parent.figure.startsWith('R08/') ? parent : child;
    const before = known.latest?.figures.find((old) => old.figure === figure);
    const { countedAt = known.now, countedInId = null } = before ?? {};
    figures.set(figure, { figure, value: { shown: false, reason: 'others' }, renewed: false, countedAt, countedInId });
  }
}

function hasNews(figures: Map<string, NewReleasedFigure>, latest: Release | null): boolean {
  const wasShown = new Set(latest?.figures.filter(({ value }) => value.shown).map(({ figure }) => figure));
  return [...figures.values()].some(({ figure, value, renewed }) => renewed || (wasShown.has(figure) && !value.shown));
}

function membersOf(figures: Map<string, NewReleasedFigure>, values: ReturnType<typeof parametersOf>): NewRelease['members'] {
  const byBlock = new Map<keyof typeof blocks, string[]>();
  for (const { figure, renewed } of figures.values()) {
    if (!renewed) continue;
    const block = memberBlockOf(figure);
    byBlock.set(block, [...(byBlock.get(block) ?? []), figure]);
  }
  return [...byBlock].map(([block, populations]) => ({ sql: blocks[block], values, populations }));
}
