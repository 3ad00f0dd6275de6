import type { MapVersion } from '../../domain/impact-map/impact-map.js';
import type { Run } from '../../domain/intention/intention.js';
import { FLOOR } from '../../reports/small-groups.js';
import { NotFound } from '../../shared/errors.js';
import type { Dependencies } from '../dependencies.js';
import type { Release } from '../ports/releases.js';

/** What the report page and its CSV are made from: released figures only (architecture decision 2). */
export interface OpenedReport {
  runs: Run[];
  run: Run | null;
  release: Release | null;
  /** The map version the figures belong to; before the first release the published one. */
  map: MapVersion | null;
  /** The smallest group that may be shown. */
  smallestGroup: number;
  zone: string;
}

/** The report of a course's run: the current one, or the one asked for, which must be of this course. */
export function createOpenReport({ data }: Pick<Dependencies, 'data'>) {
  return async (input: { courseId: number; runId?: number | undefined }): Promise<OpenedReport> => {
    const { read } = data;
    const course = await read.people.findCourse(input.courseId);
    const platform = course && (await read.platforms.find(course.platformId));
    if (!course || !platform) throw new NotFound('course');
    const runs = await read.intentions.listRuns(course.id);
    const run = input.runId === undefined ? runs.find(({ isCurrent }) => isCurrent) : runs.find(({ id }) => id === input.runId);
    if (!run && input.runId !== undefined) throw new NotFound('run');
    const release = run ? await read.releases.findLatest(run.id) : null;
    const map = release ? await read.impactMaps.findVersion(release.mapVersionId) : await read.impactMaps.findPublished(course.id);
    return {
      runs,
      run: run ?? null,
      release,
      map,
      smallestGroup: Math.max(FLOOR, run?.smallestGroup ?? platform.smallestGroup),
      zone: platform.timeZone,
    };
  };
}
