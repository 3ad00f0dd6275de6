import { listIn, textIn } from '../intention/draft.js';
import { oneLine } from '../intention/plan-sentence.js';
import type { GivenAnswer, SurveyValues } from './check-answers.js';
import { checkCodes, checkText, type Problem } from './check-item.js';
import { INT, type Item, itemOf } from './instruments.js';
import { isAskedAt, type SurveyScope } from './survey-scope.js';
import { codesInDraft, type SurveyDraft, type SurveyStep, surveySteps } from './survey-steps.js';

/** What is wrong with one field of a screen. */
export interface SurveyStepFault {
  field: string;
  item: string;
  problem: Problem;
}

/** What is wrong with a screen as it stands in the draft; empty when the person may go on. */
export function surveyStepFaults(step: SurveyStep, draft: SurveyDraft): SurveyStepFault[] {
  const checks = step.kind === 'plan' ? planChecks(step, draft) : step.items.map((item) => itemCheck(item, step, draft));
  return checks.flatMap(([field, item, problem]) => (problem ? [{ field, item, problem }] : []));
}

type Check = [field: string, item: string, problem: Problem | null];

function itemCheck(item: Item, { draftKey }: SurveyStep, draft: SurveyDraft): Check {
  if (item.type === 'text') return [item.code, item.code, checkText(item, textIn(draft, draftKey, item.code).trim())];
  return [item.code, item.code, checkCodes(item, listIn(draft, draftKey, item.code))];
}

/** A new plan may be left for later; a situation alone is not yet a plan. */
function planChecks({ draftKey }: SurveyStep, draft: SurveyDraft): Check[] {
  const item = itemOf(INT, 'INT05');
  const when = oneLine(textIn(draft, draftKey, 'when'));
  return [
    ['when', 'INT05', checkText(item, when, false)],
    ['then', 'INT05', checkText(item, oneLine(textIn(draft, draftKey, 'then')), when !== '')],
  ];
}

/** What would be submitted if the draft were sent now: only answers to questions that are asked count. */
export function valuesOfSurvey(scope: SurveyScope, draft: SurveyDraft): SurveyValues {
  const steps = surveySteps(scope, draft);
  const codesAt = codesInDraft(scope, draft);
  return {
    answers: steps.flatMap((step) =>
      step.items.filter((item) => isAskedAt(item, step, scope, codesAt)).flatMap((item) => answerOf(item, step, draft)),
    ),
    plans: steps.flatMap(({ kind, draftKey, commitmentId }) => {
      const plan = { when: oneLine(textIn(draft, draftKey, 'when')), then: oneLine(textIn(draft, draftKey, 'then')) };
      return kind === 'plan' && commitmentId !== null && plan.then !== '' ? [{ commitmentId, ...plan }] : [];
    }),
  };
}

function answerOf(item: Item, { draftKey, commitmentId, indicator }: SurveyStep, draft: SurveyDraft): GivenAnswer[] {
  const place = { item: item.code, commitmentId, indicator };
  if (item.type === 'text') {
    const text = textIn(draft, draftKey, item.code).trim();
    return text === '' ? [] : [{ ...place, codes: [], text }];
  }
  const codes = listIn(draft, draftKey, item.code);
  return codes.length === 0 ? [] : [{ ...place, codes, text: null }];
}
