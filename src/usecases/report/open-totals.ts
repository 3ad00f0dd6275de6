import type { WaveCode } from '../../domain/follow-up/wave.js';
import { figureOf } from '../../reports/course-report/figure-of.js';
import type { FigureKinds } from '../../reports/course-report/figures.js';
import type { Dependencies } from '../dependencies.js';

/** One or two totals of the group, as learners may see them after answering: from the latest release, after the gate (decisions.md 22). */
export interface GroupTotals {
  /** Learners with a new commitment, of those who finished. */
  intended: { yes: number; of: number } | null;
  /** Learners who tried it, of those who answered the asked wave, or else the one nearest to the middle that may be shown. */
  tried: { wave: WaveCode; yes: number; of: number } | null;
}

/** The group's totals of the course's current run, at the wave that was just answered if possible; null when nothing may be shown yet. */
export function createOpenTotals({ data }: Pick<Dependencies, 'data'>) {
  return async ({ courseId, wave: asked }: { courseId: number; wave: WaveCode }): Promise<GroupTotals | null> => {
    const run = (await data.read.intentions.listRuns(courseId)).find(({ isCurrent }) => isCurrent);
    const release = run ? await data.read.releases.findLatest(run.id) : null;
    if (!release) return null;
    const outcome = figureOf(release, 'R02');
    const intended = outcome && outcome.fresh !== null ? { yes: outcome.fresh, of: outcome.completed } : null;
    const waves = [...new Set<WaveCode>([asked, 'W2', 'W1', 'W3'])].flatMap((wave) => {
      const figure: FigureKinds['R10'] | null = figureOf(release, 'R10', wave);
      return figure ? [{ wave, yes: figure.tried, of: figure.answered }] : [];
    });
    const tried = waves[0] ?? null;
    return intended || tried ? { intended, tried } : null;
  };
}
