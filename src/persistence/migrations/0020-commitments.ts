import { flag, id, integer, moment, optional, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const commitments = createTable(
  '0020-commitments',
  'commitments',
  {
    id: id,
    intention_id: owned('intentions'),
    priority: integer,
    element_stable_id: optional(text(64)),
    own_text: optional(text(1024)),
    closest_stable_id: optional(text(64)),
    then0: text(16),
    level: text(16),
    plan_asked: flag,
    first_expected: optional(text(16)),
    confidence: optional(text(16)),
    coping_text: optional(text(1024)),
    state: text(16),
    state_changed_at: moment,
  },
  [{ name: 'commitments_intention_priority', fields: ['intention_id', 'priority'], unique: true }],
);
