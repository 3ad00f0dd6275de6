import { listIn, textIn } from '../../../domain/intention/draft.js';
import { checkText, lengthOf } from '../../../domain/survey/check-item.js';
import { INSTRUMENTS, INT, itemOf } from '../../../domain/survey/instruments.js';
import type { SurveyDraft, SurveyStep } from '../../../domain/survey/survey-steps.js';
import type { SurveyStepFault } from '../../../domain/survey/values-of-survey.js';
import type { Translate } from '../../../i18n/translator.js';
import type { Language } from '../../../shared/language.js';
import type { FollowedCommitment } from '../../../usecases/plan/own-intentions.js';
import type { Survey } from '../../../usecases/survey/find-survey.js';

/** What the screens of a survey are made from. */
export interface SurveyContext {
  t: Translate;
  language: Language;
  survey: Survey;
  isLate: boolean;
  draft: SurveyDraft;
  faults: readonly SurveyStepFault[];
  /** Where the screens stand: `/courses/1/follow-ups/2`. */
  base: string;
}

/** The commitment a screen is about, with its place among those asked. */
export function commitmentOf({ survey }: SurveyContext, step: SurveyStep): { commitment: FollowedCommitment; rank: number } | null {
  const rank = survey.asked.findIndex(({ id }) => id === step.commitmentId);
  const commitment = survey.asked[rank];
  return commitment ? { commitment, rank } : null;
}

/** The words of the fault of a field, or null when there is none. */
export function surveyError({ t, draft, faults, survey }: SurveyContext, step: SurveyStep, field: string): string | null {
  const fault = faults.find((candidate) => candidate.field === field);
  if (!fault) return null;
  const item = fault.item === 'INT05' ? itemOf(INT, 'INT05') : itemOf(INSTRUMENTS[survey.scope.instrument], fault.item);
  const typed = textIn(draft, step.draftKey, field).trim();
  if (fault.problem === 'too-long' && checkText(item, typed)) {
    return t('survey.problem.too-long', { max: item.maxLength, length: lengthOf(typed) });
  }
  return t(`survey.problem.${fault.problem}`, { max: item.maxChoices, length: lengthOf(typed) });
}

/** What was chosen or typed in a field so far. */
export function chosenIn({ draft }: SurveyContext, step: SurveyStep, field: string): string[] {
  return listIn(draft, step.draftKey, field);
}
