import { id, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const commitmentObstacles = createTable(
  '0021-commitment-obstacles',
  'commitment_obstacles',
  {
    id: id,
    commitment_id: owned('commitments'),
    factor: text(32),
  },
  [{ name: 'commitment_obstacles_pair', fields: ['commitment_id', 'factor'], unique: true }],
);
