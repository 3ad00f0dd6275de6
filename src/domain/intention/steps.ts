import type { MapElement } from '../impact-map/impact-map.js';
import { INTENDED, NEW_COMMITMENTS } from '../survey/codes.js';
import { chosenIn, type IntentionDraft, levelIn, listIn, OWN } from './draft.js';

export type StepKind =
  | 'welcome'
  | 'choose'
  | 'own'
  | 'first'
  | 'about'
  | 'plan'
  | 'say'
  | 'occasion'
  | 'hurdle'
  | 'another'
  | 'permission'
  | 'missing'
  | 'summary';

/** One screen of the intention. `key` is the behaviour it is about; `id` stands in its address, `draftKey` in the draft. */
export interface Step {
  id: string;
  kind: StepKind;
  key: string | null;
  draftKey: string;
}

/** What one behaviour's plan consists of, one screen each (INT05; the sentence; INT06 and INT07; INT08). */
const PLAN_STEPS: readonly StepKind[] = ['plan', 'say', 'occasion', 'hurdle'];

/**
 * The screens a person gets, in order, given what is filled in so far (decisions.md 7): the plan is asked for the first behaviour with
 * CM1–CM3, then for others if wished; the permission only where there is something to ask about. What is not answered yet is
 * expected to be the longer way, so that "step 3 of 9" does not grow.
 */
export function stepsOf(draft: IntentionDraft, behaviours: readonly Pick<MapElement, 'stableId'>[]): Step[] {
  const chosen = chosenIn(draft, behaviours);
  const keys = chosen.length > 0 ? chosen : [''];
  const single = (kind: StepKind): Step => ({ id: kind, kind, key: null, draftKey: kind });
  const about = (kind: StepKind, key: string): Step => ({
    id: `${kind}-${keys.indexOf(key) + 1}`,
    kind,
    key,
    draftKey: `${kind}:${key}`,
  });
  const levels = keys.map((key) => levelIn(draft, key));
  const toPlan = keys.filter((_, index) => levels[index] === null || NEW_COMMITMENTS.includes(levels[index] ?? 'CM0'));
  const [first, ...others] = toPlan;
  const more = listIn(draft, 'another', 'more');
  const planned = first === undefined ? [] : [first, ...others.filter((key) => more.includes(key))];
  const planSteps = (key: string): Step[] => PLAN_STEPS.map((kind) => about(kind, key));
  return [
    single('welcome'),
    single('choose'),
    ...(keys.includes(OWN) ? [single('own')] : []),
    ...(keys.length > 1 ? [single('first')] : []),
    ...keys.map((key) => about('about', key)),
    ...planned.slice(0, 1).flatMap(planSteps),
    ...(others.length > 0 ? [single('another')] : []),
    ...planned.slice(1).flatMap(planSteps),
    ...(levels.some((level) => level === null || INTENDED.includes(level)) ? [single('permission')] : []),
    single('missing'),
    single('summary'),
  ];
}
