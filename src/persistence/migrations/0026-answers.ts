import { flag, id, longText, optional, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const answers = createTable(
  '0026-answers',
  'answers',
  {
    id: id,
    survey_response_id: owned('survey_responses'),
    commitment_id: optional(owned('commitments')),
    element_stable_id: optional(text(64)),
    item: text(16),
    code: optional(text(32)),
    text: optional(longText),
    is_carried: flag,
  },
  [
    { name: 'answers_response', fields: ['survey_response_id'] },
    { name: 'answers_commitment_item', fields: ['commitment_id', 'item'] },
  ],
);
