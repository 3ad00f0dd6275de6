import { id, moment, optional, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const courses = createTable(
  '0006-courses',
  'courses',
  {
    id: id,
    platform_id: owned('platforms'),
    lti_context_id: text(255),
    title: text(255),
    label: text(255),
    kind: text(16),
    memberships_url: optional(text(2048)),
    line_items_url: optional(text(2048)),
    ends_at: optional(moment),
    created_at: moment,
    updated_at: moment,
  },
  [{ name: 'courses_platform_context', fields: ['platform_id', 'lti_context_id'], unique: true }],
);
