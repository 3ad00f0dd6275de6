import { id, integer, moment, optional, owned, pointer, text } from './columns.js';
import { createTable } from './migration.js';

export const mapVersions = createTable(
  '0013-map-versions',
  'map_versions',
  {
    id: id,
    impact_map_id: owned('impact_maps'),
    number: integer,
    state: text(16),
    published_at: optional(moment),
    published_by_id: pointer('people'),
    created_at: moment,
  },
  [{ name: 'map_versions_map_number', fields: ['impact_map_id', 'number'], unique: true }],
);
