import type { FieldValues } from '../intention/draft.js';
import type { SurveyScope } from './survey-scope.js';
import { type SurveyDraft, type SurveyStep, surveySteps } from './survey-steps.js';
import { type SurveyStepFault, surveyStepFaults } from './values-of-survey.js';

/** What the person pressed: on, back, later, or staying on this screen (another language). */
export type SurveyGo = 'next' | 'back' | 'leave' | 'stay';

/** The draft after a screen was posted, what is wrong with that screen, and the one that follows; `isDone` when it was the last. */
export interface SurveyAdvance {
  draft: SurveyDraft;
  faults: SurveyStepFault[];
  goTo: string;
  isDone: boolean;
}

/**
 * Keeps what was typed in a screen and finds where to go. Values are kept whichever button was pressed and whether or not they are right;
 * only "on" waits until they are (decisions.md 12).
 */
export function advanceSurvey(scope: SurveyScope, before: SurveyDraft, stepId: string, values: FieldValues, go: SurveyGo): SurveyAdvance {
  const step = surveySteps(scope, before).find(({ id }) => id === stepId);
  if (!step) return { draft: before, faults: [], goTo: surveyStepNow(scope, before).id, isDone: false };
  const filled = { ...before, steps: { ...before.steps, [step.draftKey]: values } };
  const faults = go === 'next' ? surveyStepFaults(step, filled) : [];
  const steps = surveySteps(scope, filled);
  const at = steps.findIndex(({ draftKey }) => draftKey === step.draftKey);
  const isDone = go === 'next' && faults.length === 0 && step.kind === 'send';
  const move = go === 'back' ? -1 : go === 'next' && faults.length === 0 ? 1 : 0;
  const goTo = steps[Math.min(Math.max(at + move, 0), steps.length - 1)]?.id ?? stepId;
  return { draft: { ...filled, at: goTo }, faults, goTo, isDone };
}

/** A screen that may be shown: it is one of this person's and nothing before it is missing; null otherwise. */
export function openSurveyStep(scope: SurveyScope, draft: SurveyDraft, stepId: string): SurveyStep | null {
  const steps = surveySteps(scope, draft);
  const at = steps.findIndex(({ id }) => id === stepId);
  const isReachable = steps.slice(0, Math.max(at, 0)).every((earlier) => surveyStepFaults(earlier, draft).length === 0);
  return isReachable ? (steps[at] ?? null) : null;
}

/** The screen to show when the person comes back: where they left, or the first one that still needs something. */
export function surveyStepNow(scope: SurveyScope, draft: SurveyDraft): SurveyStep {
  const steps = surveySteps(scope, draft);
  const first = steps.find((step) => surveyStepFaults(step, draft).length > 0);
  const now = openSurveyStep(scope, draft, draft.at) ?? first ?? steps.at(-1);
  if (!now) throw new Error('a survey has at least the screen on which it is sent');
  return now;
}
