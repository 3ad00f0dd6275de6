import type { ElementLink, MapElement, MapVersion } from '../../domain/impact-map/impact-map.js';
import type { Bilingual } from '../../shared/language.js';

export interface ImpactMapRepository {
  /** The newest published version of the course's map, or null when it has none. */
  findPublished(courseId: number): Promise<MapVersion | null>;
  findVersion(versionId: number): Promise<MapVersion | null>;
  /** Holds the course until the transaction ends, so that two choices of a map come one after the other. */
  lockCourse(courseId: number): Promise<void>;
  /** Whether anybody stated an intention on any version of the course's maps. */
  hasIntentions(courseId: number): Promise<boolean>;
  /** Makes a map of the course with one published, immutable version; what was published before is archived. */
  addPublished(
    map: {
      courseId: number;
      templateCode: string | null;
      title: Bilingual;
      elements: MapElement[];
      links: ElementLink[];
      publishedById: number | null;
    },
    now: Date,
  ): Promise<MapVersion>;
}
