import type { PlacementView } from '../../domain/course/course.js';
import type { MapVersion } from '../../domain/impact-map/impact-map.js';
import type { Dependencies } from '../dependencies.js';

/** Where a course stands, for its designers. No counts of people (decisions.md 22). */
export interface CourseStart {
  map: MapVersion | null;
  /** Whether another template may still be chosen. */
  canChangeMap: boolean;
  /** What the activity of this session shows; null when the session did not come from an activity of this course. */
  view: PlacementView | null;
  hasMapActivity: boolean;
  hasIntentionActivity: boolean;
  /** Whether messages can be sent for this course's platform. */
  connection: 'none' | 'working' | 'stopped';
  /** When the latest figures were released. */
  releasedAt: Date | null;
  smallestGroup: number;
  timeZone: string;
}

/** Answers where a course stands. Writes nothing. */
export function createOpenStartPage({ data }: Dependencies) {
  return async (asked: { courseId: number; platformId: number; placementId: number | null }): Promise<CourseStart> => {
    const { impactMaps, people, platforms, intentions, releases } = data.read;
    const map = await impactMaps.findPublished(asked.courseId);
    const placements = await people.listPlacements(asked.courseId);
    const platform = await platforms.find(asked.platformId);
    const connection = await platforms.findConnection(asked.platformId);
    const run = (await intentions.listRuns(asked.courseId)).find((one) => one.isCurrent);
    const release = run ? await releases.findLatest(run.id) : null;
    const views = placements.map((placement) => placement.view);
    return {
      map,
      canChangeMap: map === null || !(await impactMaps.hasIntentions(asked.courseId)),
      view: placements.find((placement) => placement.id === asked.placementId)?.view ?? null,
      hasMapActivity: views.includes('map'),
      hasIntentionActivity: views.includes('intention'),
      connection: connection?.state ?? 'none',
      releasedAt: release?.madeAt ?? null,
      smallestGroup: run?.smallestGroup ?? platform?.smallestGroup ?? 5,
      timeZone: platform?.timeZone ?? 'Europe/Brussels',
    };
  };
}
