import { id, integer, moment, text } from './columns.js';
import { createTable } from './migration.js';

export const platforms = createTable(
  '0001-platforms',
  'platforms',
  {
    id: id,
    name: text(255),
    issuer: text(255),
    client_id: text(255),
    authorization_endpoint: text(1024),
    token_endpoint: text(1024),
    jwks_uri: text(1024),
    status: text(16),
    deployment_policy: text(16),
    time_zone: text(64),
    smallest_group: integer,
    created_at: moment,
    updated_at: moment,
  },
  [{ name: 'platforms_issuer_client', fields: ['issuer', 'client_id'], unique: true }],
);
