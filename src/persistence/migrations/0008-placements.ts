import { id, moment, optional, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const placements = createTable(
  '0008-placements',
  'placements',
  {
    id: id,
    deployment_id: owned('deployments'),
    lti_resource_link_id: text(255),
    course_id: owned('courses'),
    view: text(16),
    line_item_url: optional(text(2048)),
    created_at: moment,
    last_launched_at: moment,
  },
  [
    { name: 'placements_deployment_link', fields: ['deployment_id', 'lti_resource_link_id'], unique: true },
    { name: 'placements_course', fields: ['course_id'] },
  ],
);
