import type { Viewer } from '../../domain/access/abilities.js';
import type { MapVersion } from '../../domain/impact-map/impact-map.js';
import type { Dependencies } from '../dependencies.js';
import type { Repositories } from '../ports/database.js';

/**
 * What fits now, for a learner: `before` the end of the course (where an intention activity will tell the end), `finish` (no such
 * activity: the learner says so), `state` an intention, or one is `stated`, or the learner `left` by the honest exit. Null for others.
 */
export type MapMoment = 'before' | 'finish' | 'state' | 'stated' | 'left' | null;

/** Answers the course's map, or null, and the moment a learner is at (issue §4; decisions.md 6). Writes nothing. */
export function createOpenMapPage({ data }: Dependencies) {
  return async (viewer: Pick<Viewer, 'personId' | 'courseId' | 'role'>): Promise<{ map: MapVersion | null; moment: MapMoment }> => {
    const map = await data.read.impactMaps.findPublished(viewer.courseId);
    return { map, moment: map && viewer.role === 'learner' ? await momentOf(data.read, viewer) : null };
  };
}

async function momentOf(read: Repositories, { personId, courseId }: Pick<Viewer, 'personId' | 'courseId'>): Promise<MapMoment> {
  const run = (await read.intentions.listRuns(courseId)).find((one) => one.isCurrent);
  const participation = run ? await read.intentions.findParticipation(run.id, personId) : null;
  const intention = participation ? await read.intentions.findIntention(participation.id) : null;
  if (intention) return intention.outcome === 'exit' ? 'left' : 'stated';
  if (participation?.completedAt) return 'state';
  const placements = await read.people.listPlacements(courseId);
  return placements.some((placement) => placement.view === 'intention') ? 'before' : 'finish';
}
