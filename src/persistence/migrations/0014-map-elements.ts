import { id, integer, longText, optional, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const mapElements = createTable(
  '0014-map-elements',
  'map_elements',
  {
    id: id,
    map_version_id: owned('map_versions'),
    stable_id: text(64),
    stage: text(32),
    position: integer,
    text_en: text(1024),
    text_nl: text(1024),
    occasion: optional(text(16)),
    details: longText,
  },
  [{ name: 'map_elements_version_stable', fields: ['map_version_id', 'stable_id'], unique: true }],
);
