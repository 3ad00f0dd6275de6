import { id, optional, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const elementLinks = createTable(
  '0015-element-links',
  'element_links',
  {
    id: id,
    map_version_id: owned('map_versions'),
    from_stable_id: text(64),
    to_stable_id: text(64),
    assumption_en: optional(text(1024)),
    assumption_nl: optional(text(1024)),
    confidence: optional(text(16)),
  },
  [{ name: 'element_links_version_from_to', fields: ['map_version_id', 'from_stable_id', 'to_stable_id'], unique: true }],
);
