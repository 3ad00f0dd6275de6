import { id, longText, moment, optional, text } from './columns.js';
import { createTable } from './migration.js';

export const toolKeys = createTable(
  '0011-tool-keys',
  'tool_keys',
  {
    id: id,
    kid: text(64),
    public_jwk: longText,
    private_jwk_sealed: longText,
    created_at: moment,
    active_from: moment,
    retired_at: optional(moment),
  },
  [{ name: 'tool_keys_kid', fields: ['kid'], unique: true }],
);
