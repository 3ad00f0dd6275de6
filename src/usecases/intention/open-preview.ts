import type { MapVersion } from '../../domain/impact-map/impact-map.js';
import type { CountedFrom } from '../../domain/intention/follow-ups-of-intention.js';
import type { Dependencies } from '../dependencies.js';
import { zoneOf } from './find-place.js';

/** What a designer needs to walk through the intention as a learner would who finishes today. */
export interface Preview {
  map: MapVersion;
  from: CountedFrom;
  smallestGroup: number;
}

/** Opens the preview of a course's intention, or null when the course has no map. Stores nothing (decisions.md 26). */
export function createOpenPreview({
  data,
  clocks,
}: Pick<Dependencies, 'data' | 'clocks'>): (input: { courseId: number }) => Promise<Preview | null> {
  return async ({ courseId }) => {
    const map = await data.read.impactMaps.findPublished(courseId);
    if (!map) return null;
    const course = await data.read.people.findCourse(courseId);
    const platform = course ? await data.read.platforms.find(course.platformId) : null;
    const from = { completedAt: clocks.calendar.now(), zone: await zoneOf(data.read, courseId) };
    return { map, from, smallestGroup: platform?.smallestGroup ?? 5 };
  };
}
