import type { MapVersion } from '../../domain/impact-map/impact-map.js';
import { findTemplate } from '../../domain/impact-map/templates/index.js';
import { NotFound } from '../../shared/errors.js';
import type { Dependencies } from '../dependencies.js';

/** Who chooses which template for which course. */
export interface ChooseTemplate {
  courseId: number;
  personId: number;
  templateCode: string;
}

/**
 * Publishes a copy of a template as the course's own map (decisions.md 39) and answers it. Choosing the same one again changes
 * nothing. Another one replaces it only while nobody stated an intention on it: after that the course keeps the map that people
 * chose from, and that one is answered. An unknown template is "not found".
 */
export function createChooseTemplate({ data, clocks }: Dependencies) {
  return async ({ courseId, personId, templateCode }: ChooseTemplate): Promise<MapVersion> => {
    const template = findTemplate(templateCode);
    if (!template) throw new NotFound('template');
    const now = clocks.calendar.now();
    return data.write(async ({ impactMaps }) => {
      await impactMaps.lockCourse(courseId);
      const current = await impactMaps.findPublished(courseId);
      if (current && (current.templateCode === template.code || (await impactMaps.hasIntentions(courseId)))) return current;
      const { code, title, elements, links } = template;
      return impactMaps.addPublished({ courseId, templateCode: code, title, elements, links, publishedById: personId }, now);
    });
  };
}
