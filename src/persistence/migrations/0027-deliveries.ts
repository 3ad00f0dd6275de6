import { id, integer, moment, optional, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const deliveries = createTable(
  '0027-deliveries',
  'deliveries',
  {
    id: id,
    platform_id: owned('platforms'),
    person_id: owned('people'),
    placement_id: owned('placements'),
    state: text(16),
    next_attempt_at: moment,
    attempts: integer,
    lease_token: optional(text(64)),
    leased_until: optional(moment),
    external_id: optional(text(64)),
    last_error_code: optional(text(64)),
    created_at: moment,
    sending_since: optional(moment),
    sent_at: optional(moment),
  },
  [
    { name: 'deliveries_state_next', fields: ['state', 'next_attempt_at'] },
    { name: 'deliveries_person', fields: ['person_id'] },
  ],
);
