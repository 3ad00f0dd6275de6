import { id, integer, moment, optional, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const followUps = createTable(
  '0024-follow-ups',
  'follow_ups',
  {
    id: id,
    intention_id: owned('intentions'),
    wave: text(8),
    instrument: text(8),
    due_at: moment,
    window_days: integer,
    lapses_at: moment,
    opened_at: optional(moment),
    closes_at: optional(moment),
    state: text(16),
    reach: text(16),
    reason: optional(text(32)),
    answered_at: optional(moment),
  },
  [
    { name: 'follow_ups_intention_wave', fields: ['intention_id', 'wave'], unique: true },
    { name: 'follow_ups_state_due', fields: ['state', 'due_at'] },
    { name: 'follow_ups_state_closes', fields: ['state', 'closes_at'] },
  ],
);
