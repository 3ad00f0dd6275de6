import { id, moment, optional, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const impactMaps = createTable(
  '0012-impact-maps',
  'impact_maps',
  {
    id: id,
    course_id: owned('courses'),
    template_code: optional(text(16)),
    title_en: text(255),
    title_nl: text(255),
    created_at: moment,
  },
  [{ name: 'impact_maps_course', fields: ['course_id'] }],
);
