import { id, moment, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const deployments = createTable(
  '0002-deployments',
  'deployments',
  {
    id: id,
    platform_id: owned('platforms'),
    lti_deployment_id: text(255),
    created_at: moment,
  },
  [{ name: 'deployments_platform_lti', fields: ['platform_id', 'lti_deployment_id'], unique: true }],
);
