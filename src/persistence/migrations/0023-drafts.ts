import { id, longText, moment, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const drafts = createTable(
  '0023-drafts',
  'drafts',
  {
    id: id,
    person_id: owned('people'),
    form: text(64),
    step_values: longText,
    created_at: moment,
    updated_at: moment,
    expires_at: moment,
  },
  [
    { name: 'drafts_person_form', fields: ['person_id', 'form'], unique: true },
    { name: 'drafts_expires', fields: ['expires_at'] },
  ],
);
