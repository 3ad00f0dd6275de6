import { id, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const exitReasons = createTable(
  '0019-exit-reasons',
  'exit_reasons',
  {
    id: id,
    intention_id: owned('intentions'),
    factor: text(32),
  },
  [{ name: 'exit_reasons_intention_factor', fields: ['intention_id', 'factor'], unique: true }],
);
