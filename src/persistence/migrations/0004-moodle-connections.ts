import { id, moment, optional, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const moodleConnections = createTable(
  '0004-moodle-connections',
  'moodle_connections',
  {
    id: id,
    platform_id: owned('platforms'),
    site_url: text(1024),
    token_sealed: text(1024),
    service_user_id: text(255),
    state: text(16),
    stop_reason: optional(text(64)),
    checked_at: moment,
  },
  [{ name: 'moodle_connections_platform', fields: ['platform_id'], unique: true }],
);
