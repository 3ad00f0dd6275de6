import { id, moment, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const people = createTable(
  '0005-people',
  'people',
  {
    id: id,
    platform_id: owned('platforms'),
    sub: text(255),
    language: text(8),
    created_at: moment,
    last_seen_at: moment,
  },
  [{ name: 'people_platform_sub', fields: ['platform_id', 'sub'], unique: true }],
);
