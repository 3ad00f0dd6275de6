import { id, integer, moment, optional, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const participations = createTable(
  '0017-participations',
  'participations',
  {
    id: id,
    run_id: owned('runs'),
    person_id: owned('people'),
    attempt: integer,
    enrolled_at: moment,
    completed_at: optional(moment),
    completion_source: optional(text(16)),
  },
  [
    { name: 'participations_run_person_attempt', fields: ['run_id', 'person_id', 'attempt'], unique: true },
    { name: 'participations_person', fields: ['person_id'] },
  ],
);
