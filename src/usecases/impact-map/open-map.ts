import type { MapVersion } from '../../domain/impact-map/impact-map.js';
import type { Dependencies } from '../dependencies.js';

/** Answers the course's own published map, or null when it has none yet. */
export function createOpenMap({ data }: Dependencies) {
  return ({ courseId }: { courseId: number }): Promise<MapVersion | null> => data.read.impactMaps.findPublished(courseId);
}
