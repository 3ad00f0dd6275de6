import { AppError } from '../../shared/errors.js';
import type { Dependencies } from '../dependencies.js';
import type { Repositories } from '../ports/database.js';
import type { CountableRun, NewRelease } from '../ports/releases.js';
import { planRelease } from './plan-release.js';

/**
 * Makes a release for every run in which at least one figure may be renewed (architecture decision 2; decisions.md 18–22), each in one
 * transaction; answers how many. Running it twice makes nothing twice. A run in which somebody answered
 * while it was counted waits for the next time and does not stop the others.
 */
export function createMakeDueReleases({ data, logger }: Pick<Dependencies, 'data' | 'logger'>) {
  const plan = async (repositories: Repositories, run: CountableRun, now: Date): Promise<NewRelease | null> => {
    const map = await repositories.impactMaps.findPublished(run.courseId);
    return map && planRelease(repositories.releases, run, map.id, now);
  };
  return async (now: Date): Promise<number> => {
    let made = 0;
    for (const run of await data.read.releases.listCountableRuns()) {
      try {
        // Looked at without a lock first: most of the time there is nothing to do.
        if (!(await plan(data.read, run, now))) continue;
        const isMade = await data.write(async (repositories) => {
          const release = await plan(repositories, run, now);
          if (release) await repositories.releases.add(release);
          return release !== null;
        });
        if (isMade) made += 1;
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'changed-while-counting') throw error;
        logger.warn({ runId: run.runId, ...error.detail }, 'release-postponed');
      }
    }
    if (made > 0) logger.info({ made }, 'releases-made');
    return made;
  };
}
