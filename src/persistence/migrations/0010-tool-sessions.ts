import { flag, id, longText, moment, optional, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const toolSessions = createTable(
  '0010-tool-sessions',
  'tool_sessions',
  {
    id: id,
    token_hash: text(64),
    person_id: owned('people'),
    platform_id: owned('platforms'),
    deployment_id: owned('deployments'),
    course_id: optional(owned('courses')),
    placement_id: optional(owned('placements')),
    is_administrator: flag,
    name_sealed: optional(text(1024)),
    language: text(8),
    deep_linking_sealed: optional(longText),
    created_at: moment,
    expires_at: moment,
    revoked_at: optional(moment),
  },
  [
    { name: 'tool_sessions_token', fields: ['token_hash'], unique: true },
    { name: 'tool_sessions_expires', fields: ['expires_at'] },
  ],
);
