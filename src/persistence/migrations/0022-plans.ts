import { id, moment, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const plans = createTable(
  '0022-plans',
  'plans',
  {
    id: id,
    commitment_id: owned('commitments'),
    plan_when: text(1024),
    plan_then: text(1024),
    created_at: moment,
  },
  [{ name: 'plans_commitment', fields: ['commitment_id'] }],
);
