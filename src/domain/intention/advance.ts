import type { MapElement } from '../impact-map/impact-map.js';
import type { FieldValues, IntentionDraft } from './draft.js';
import { exitFaultsIn, type StepFault, stepFaults } from './step-faults.js';
import { type Step, stepsOf } from './steps.js';

/** What the person pressed: on, back, the honest exit, staying on this screen (a cue, another language), or changing one step from the summary. */
export type Go = 'next' | 'back' | 'leave' | 'stay' | { change: string };

/** The draft after a step was posted, what is wrong with that step, and the screen that follows. */
export interface Advance {
  draft: IntentionDraft;
  faults: StepFault[];
  goTo: string;
}

/** The screen of the honest exit, beside all others. */
export const EXIT = 'exit';
type Behaviours = readonly Pick<MapElement, 'stableId'>[];

/**
 * Keeps what was typed in a step and finds where to go. Values are kept whichever button was pressed and whether or not they are right;
 * only "on" waits until they are (decisions.md 12).
 */
export function advance(before: IntentionDraft, stepId: string, values: FieldValues, go: Go, behaviours: Behaviours): Advance {
  if (stepId === EXIT) return advanceExit(before, values, go, behaviours);
  const step = stepsOf(before, behaviours).find(({ id }) => id === stepId);
  if (!step) return { draft: before, faults: [], goTo: whereNow(before, behaviours) };
  const filled: IntentionDraft = { ...before, steps: { ...before.steps, [step.draftKey]: values } };
  const faults = go === 'next' ? stepFaults(step, filled, behaviours) : [];
  const goTo = faults.length > 0 ? stepId : targetOf(before, filled, step, go, behaviours);
  const isReviewing = typeof go === 'object' || (before.isReviewing === true && (go === 'stay' || faults.length > 0));
  return { draft: { at: goTo === EXIT ? before.at : goTo, steps: filled.steps, isReviewing }, faults, goTo };
}

function advanceExit(before: IntentionDraft, values: FieldValues, go: Go, behaviours: Behaviours): Advance {
  const draft = { ...before, steps: { ...before.steps, [EXIT]: values } };
  return {
    draft,
    faults: go === 'next' ? exitFaultsIn(draft) : [],
    goTo: go === 'next' || go === 'stay' ? EXIT : whereNow(draft, behaviours),
  };
}

/** The step to show when the person comes back: where they left, or the first one that still needs something. */
export function whereNow(draft: IntentionDraft, behaviours: Behaviours): string {
  return openStep(draft, draft.at, behaviours)?.id ?? firstOpen(draft, behaviours).id;
}

/** A step that may be shown: it is one of this person's steps and nothing before it is missing; null otherwise. */
export function openStep(draft: IntentionDraft, stepId: string, behaviours: Behaviours): Step | null {
  const steps = stepsOf(draft, behaviours);
  const at = steps.findIndex(({ id }) => id === stepId);
  const step = steps[at];
  return step && steps.slice(0, at).every((earlier) => stepFaults(earlier, draft, behaviours).length === 0) ? step : null;
}

function firstOpen(draft: IntentionDraft, behaviours: Behaviours): Step {
  const steps = stepsOf(draft, behaviours);
  return (steps.find((step) => stepFaults(step, draft, behaviours).length > 0) ?? steps.at(-1)) as Step;
}

function targetOf(before: IntentionDraft, filled: IntentionDraft, step: Step, go: Go, behaviours: Behaviours): string {
  const steps = stepsOf(filled, behaviours);
  const at = steps.findIndex(({ draftKey }) => draftKey === step.draftKey);
  if (go === 'leave') return EXIT;
  if (go === 'stay') return step.id;
  if (go === 'back') return steps[Math.max(at - 1, 0)]?.id ?? 'welcome';
  if (typeof go === 'object') return openStep(filled, go.change, behaviours)?.id ?? step.id;
  if (before.isReviewing && sameSteps(stepsOf(before, behaviours), steps))
    return openStep(filled, 'summary', behaviours)?.id ?? firstOpen(filled, behaviours).id;
  return steps[at + 1]?.id ?? step.id;
}

function sameSteps(before: readonly Step[], after: readonly Step[]): boolean {
  return before.map(({ draftKey }) => draftKey).join() === after.map(({ draftKey }) => draftKey).join();
}
