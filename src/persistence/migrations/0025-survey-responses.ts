import { flag, id, moment, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const surveyResponses = createTable(
  '0025-survey-responses',
  'survey_responses',
  {
    id: id,
    follow_up_id: owned('follow_ups'),
    submitted_at: moment,
    language: text(8),
    is_late: flag,
    is_carried: flag,
  },
  [{ name: 'survey_responses_follow_up', fields: ['follow_up_id'], unique: true }],
);
