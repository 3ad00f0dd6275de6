import { id, integer, moment, optional, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const scorePostings = createTable(
  '0029-score-postings',
  'score_postings',
  {
    id: id,
    placement_id: owned('placements'),
    person_id: owned('people'),
    state: text(16),
    next_attempt_at: moment,
    attempts: integer,
    lease_token: optional(text(64)),
    leased_until: optional(moment),
    last_error_code: optional(text(64)),
    created_at: moment,
    sent_at: optional(moment),
  },
  [
    { name: 'score_postings_person_placement', fields: ['placement_id', 'person_id'], unique: true },
    { name: 'score_postings_state_next', fields: ['state', 'next_attempt_at'] },
  ],
);
