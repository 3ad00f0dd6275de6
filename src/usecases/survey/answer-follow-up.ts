import { checkAnswers, type SurveyFault, type SurveyValues } from '../../domain/survey/check-answers.js';
import { effectsOf } from '../../domain/survey/survey-effects.js';
import type { Language } from '../../shared/language.js';
import type { Dependencies } from '../dependencies.js';
import { addPlan } from '../plan/change-plan.js';
import type { Repositories } from '../ports/database.js';
import type { NewAnswer } from '../ports/follow-ups.js';
import { findSurvey, type Survey, type SurveyOfPerson, surveyForm } from './find-survey.js';

export interface AnswerInput extends SurveyOfPerson {
  language: Language;
  values: SurveyValues;
}

export type AnswerOutcome =
  | { kind: 'sent'; isLate: boolean }
  | { kind: 'already-answered' }
  | { kind: 'closed' }
  | { kind: 'invalid'; faults: SurveyFault[] };

/**
 * Takes in the answers to a follow-up, whole or not at all: the response, what was carried on, what it changes in states and plans
 * (decisions.md 10, 11), no more messages about it, and the end of the draft. Of two at once only one is taken.
 */
export function createAnswerFollowUp({ data, clocks }: Pick<Dependencies, 'data' | 'clocks'>) {
  return ({ language, values, ...input }: AnswerInput): Promise<AnswerOutcome> =>
    data.write(async (repositories): Promise<AnswerOutcome> => {
      const now = clocks.calendar.now();
      const found = await findSurvey(repositories, input, now);
      if (found.kind === 'answered') return { kind: 'already-answered' };
      if (found.kind === 'closed') return { kind: 'closed' };
      const { survey, isLate } = found;
      const faults = checkAnswers(survey.scope, values);
      if (faults.length > 0) return { kind: 'invalid', faults };
      const answers = [...answersOf(values), ...survey.carried];
      const { followUpId } = input;
      const isFirst = await repositories.followUps.answer({ followUpId, submittedAt: now, language, isLate, isCarried: false, answers });
      if (!isFirst) return { kind: 'already-answered' };
      await applyEffects(repositories, survey, values, now);
      await repositories.deliveries.cancelForFollowUps([followUpId]);
      await repositories.intentions.deleteDraft(input.personId, surveyForm(followUpId));
      return { kind: 'sent', isLate };
    });
}

/** One row for each chosen code or text. */
function answersOf({ answers }: SurveyValues): NewAnswer[] {
  return answers.flatMap(({ item, commitmentId, indicator, codes, text }) => {
    const row = { item, commitmentId, elementStableId: indicator, isCarried: false };
    return [...codes.map((code) => ({ ...row, code, text: null })), ...(text?.trim() ? [{ ...row, code: null, text: text.trim() }] : [])];
  });
}

async function applyEffects(repositories: Repositories, { scope, asked }: Survey, values: SurveyValues, now: Date): Promise<void> {
  for (const { commitmentId, state, plan } of effectsOf(scope, values)) {
    const commitment = asked.find(({ id }) => id === commitmentId);
    if (plan && commitment) await addPlan(repositories, commitmentId, { ...plan, hadPlan: commitment.plans.length > 0 }, now);
    else if (state && commitment?.state !== state) await repositories.intentions.setCommitmentState(commitmentId, state, now);
  }
}
