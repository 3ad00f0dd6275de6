import { id, longText, moment, optional, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const pendingLaunches = createTable(
  '0009-pending-launches',
  'pending_launches',
  {
    id: id,
    handle_hash: text(64),
    state_hash: text(64),
    browser_hash: text(64),
    platform_id: owned('platforms'),
    target_link_uri: text(2048),
    login_hint: text(2048),
    message_hint: optional(longText),
    created_at: moment,
    expires_at: moment,
    consumed_at: optional(moment),
  },
  [
    { name: 'pending_launches_state', fields: ['state_hash'], unique: true },
    { name: 'pending_launches_handle', fields: ['handle_hash'], unique: true },
    { name: 'pending_launches_expires', fields: ['expires_at'] },
  ],
);
