import { column } from './columns.js';
import { table } from './table.js';

/**
 * One wave of one intention. `state`: planned → open → answered | expired | cancelled; skipped where the occasion rule leaves the
 * wave out. `reach`: waiting (nobody could tell the person yet), asked (a message was sent, or a launch offered it), unreachable.
 */
export interface FollowUpRow {
  id: number;
  intentionId: number;
  /** W1, W2, W3. */
  wave: string;
  /** CHK, FUP, SUS. */
  instrument: string;
  /** When the wave is due; the window opens then or when the person is first reached, whichever is later (decisions.md 8). */
  dueAt: Date;
  windowDays: number;
  /** When it lapses unasked: the next wave's due moment, or 60 days after W3's. */
  lapsesAt: Date;
  openedAt: Date | null;
  /** Set when the window opens. */
  closesAt: Date | null;
  state: string;
  reach: string;
  /** declined, stopped, two-silences, erased … for cancelled; occasion for skipped; never-asked or no-answer for expired. */
  reason: string | null;
  answeredAt: Date | null;
}
export const followUps = table<FollowUpRow>(
  'follow_ups',
  {
    id: column.id(),
    intentionId: column.owned('intentions'),
    wave: column.text(8),
    instrument: column.text(8),
    dueAt: column.moment(),
    windowDays: column.integer(),
    lapsesAt: column.moment(),
    openedAt: column.optionalMoment(),
    closesAt: column.optionalMoment(),
    state: column.text(16),
    reach: column.text(16),
    reason: column.optionalText(32),
    answeredAt: column.optionalMoment(),
  },
  [
    { name: 'follow_ups_intention_wave', unique: true, fields: ['intention_id', 'wave'] },
    { name: 'follow_ups_state_due', fields: ['state', 'due_at'] },
    { name: 'follow_ups_state_closes', fields: ['state', 'closes_at'] },
  ],
);

/** What was answered to one follow-up: closed once sent (decisions.md 11). */
export interface SurveyResponseRow {
  id: number;
  followUpId: number;
  submittedAt: Date;
  language: string;
  /** Answered within 14 days after the window closed: counts, but is marked (decisions.md 8). */
  isLate: boolean;
  /** Written by the product because every behaviour was let go before (decisions.md 10). */
  isCarried: boolean;
}
export const surveyResponses = table<SurveyResponseRow>(
  'survey_responses',
  {
    id: column.id(),
    followUpId: column.owned('follow_ups'),
    submittedAt: column.moment(),
    language: column.text(8),
    isLate: column.flag(),
    isCarried: column.flag(),
  },
  [{ name: 'survey_responses_follow_up', unique: true, fields: ['follow_up_id'] }],
);

/** One answer: a code, or a text. An item with several choices has several rows. */
export interface AnswerRow {
  id: number;
  surveyResponseId: number;
  /** For items asked per behaviour. */
  commitmentId: number | null;
  /** For items asked per indicator (FUP05). */
  elementStableId: string | null;
  item: string;
  code: string | null;
  text: string | null;
  isCarried: boolean;
}
export const answers = table<AnswerRow>(
  'answers',
  {
    id: column.id(),
    surveyResponseId: column.owned('survey_responses'),
    commitmentId: column.owned('commitments', { allowNull: true } as never),
    elementStableId: column.optionalText(64),
    item: column.text(16),
    code: column.optionalText(32),
    text: column.optionalLongText(),
    isCarried: column.flag(),
  },
  [
    { name: 'answers_response', fields: ['survey_response_id'] },
    { name: 'answers_commitment_item', fields: ['commitment_id', 'item'] },
  ],
);
