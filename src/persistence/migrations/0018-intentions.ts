import { id, longText, moment, optional, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const intentions = createTable(
  '0018-intentions',
  'intentions',
  {
    id: id,
    participation_id: owned('participations'),
    map_version_id: owned('map_versions'),
    outcome: text(16),
    submitted_at: moment,
    language: text(8),
    missing_text: optional(longText),
    exit_text: optional(longText),
    follow_up_permission: optional(text(8)),
    stopped_at: optional(moment),
  },
  [{ name: 'intentions_participation', fields: ['participation_id'], unique: true }],
);
