import { id, moment, optional, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const registrationLinks = createTable(
  '0003-registration-links',
  'registration_links',
  {
    id: id,
    key_hash: text(64),
    platform_id: optional(owned('platforms')),
    created_at: moment,
    expires_at: moment,
    used_at: optional(moment),
    revoked_at: optional(moment),
  },
  [{ name: 'registration_links_key', fields: ['key_hash'], unique: true }],
);
