import type { FieldValues } from '../../domain/intention/draft.js';
import { advanceSurvey, type SurveyAdvance, type SurveyGo } from '../../domain/survey/advance-survey.js';
import { EMPTY_SURVEY, type SurveyDraft } from '../../domain/survey/survey-steps.js';
import { addMs, DAY_MS } from '../../shared/dates.js';
import type { Dependencies } from '../dependencies.js';
import { DRAFT_LIMIT } from '../intention/save-step.js';
import { findSurvey, type SurveyOfPerson, surveyForm } from './find-survey.js';

/** A draft is deleted 30 days after the window closes (decisions.md 12). */
const KEEP_DAYS = 30;

export interface SurveyStepInput extends SurveyOfPerson {
  stepId: string;
  values: FieldValues;
  go: SurveyGo;
}

/** `too-large`: nothing was kept; the values are given back to be shown. `closed`: sent already, or not open. */
export type SaveSurveyStepResult = ({ kind: 'saved' } & SurveyAdvance) | { kind: 'too-large'; draft: SurveyDraft } | { kind: 'closed' };

/** Keeps one posted screen of a survey in the person's draft and tells which screen follows. */
export function createSaveSurveyStep({ data, clocks }: Pick<Dependencies, 'data' | 'clocks'>) {
  return ({ stepId, values, go, ...input }: SurveyStepInput): Promise<SaveSurveyStepResult> =>
    data.write(async (repositories): Promise<SaveSurveyStepResult> => {
      const now = clocks.calendar.now();
      const found = await findSurvey(repositories, input, now);
      if (found.kind !== 'open') return { kind: 'closed' };
      const { scope, followUp } = found.survey;
      const form = surveyForm(input.followUpId);
      const kept = await repositories.intentions.findDraft(input.personId, form);
      const moved = advanceSurvey(scope, (kept?.stepValues as SurveyDraft | undefined) ?? EMPTY_SURVEY, stepId, values, go);
      if (Buffer.byteLength(JSON.stringify(moved.draft)) > DRAFT_LIMIT) return { kind: 'too-large', draft: moved.draft };
      const closesAt = followUp.closesAt ?? followUp.lapsesAt;
      const expiresAt = addMs(new Date(Math.max(closesAt.getTime(), now.getTime())), KEEP_DAYS * DAY_MS);
      await repositories.intentions.saveDraft(input.personId, { form, stepValues: { ...moved.draft }, expiresAt }, now);
      return { kind: 'saved', ...moved };
    });
}
