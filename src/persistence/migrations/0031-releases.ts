import { id, integer, moment, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const releases = createTable(
  '0031-releases',
  'releases',
  {
    id: id,
    run_id: owned('runs'),
    number: integer,
    map_version_id: owned('map_versions'),
    method_version: text(16),
    made_at: moment,
  },
  [{ name: 'releases_run_number', fields: ['run_id', 'number'], unique: true }],
);
