import { WAVE_CODES } from '../follow-up/wave.js';
import type { MapElement } from '../impact-map/impact-map.js';
import { checkCodes, checkText, type Problem } from '../survey/check-item.js';
import { INT, itemOf } from '../survey/instruments.js';
import { chosenIn, type IntentionDraft, listIn, OWN, textIn } from './draft.js';
import { oneLine } from './plan-sentence.js';
import type { Step } from './steps.js';

/** What is wrong with one field of a step. */
export interface StepFault {
  field: string;
  item: string;
  problem: Problem;
}

type Behaviours = readonly Pick<MapElement, 'stableId'>[];
type Check = [field: string, item: string, problem: Problem | null];

/** What is wrong with a step as it stands in the draft; empty when the person may go on (INT, decisions.md 7, 31). */
export function stepFaults(step: Pick<Step, 'kind' | 'draftKey'>, draft: IntentionDraft, behaviours: Behaviours): StepFault[] {
  return checksOf(step, draft, behaviours).flatMap(([field, item, problem]) => (problem ? [{ field, item, problem }] : []));
}

/** What is wrong with the honest exit as it stands in the draft (INT99). */
export function exitFaultsIn(draft: IntentionDraft): StepFault[] {
  const checks: Check[] = [
    ['reasons', 'INT99', checkCodes(itemOf(INT, 'INT99'), listIn(draft, 'exit', 'reasons'))],
    ['text', 'INT99T', checkText(itemOf(INT, 'INT99T'), textIn(draft, 'exit', 'text').trim())],
  ];
  return checks.flatMap(([field, item, problem]) => (problem ? [{ field, item, problem }] : []));
}

function checksOf({ kind, draftKey }: Pick<Step, 'kind' | 'draftKey'>, draft: IntentionDraft, behaviours: Behaviours): Check[] {
  const text = (field: string, item: string, isRequired: boolean): Check => [
    field,
    item,
    checkText(itemOf(INT, item), oneLine(textIn(draft, draftKey, field)), isRequired),
  ];
  const codes = (field: string, item: string): Check => [field, item, checkCodes(itemOf(INT, item), listIn(draft, draftKey, field))];
  const known = new Set(behaviours.map(({ stableId }) => stableId));
  switch (kind) {
    case 'choose':
      return [['behaviours', 'INT01', choiceProblem(listIn(draft, draftKey, 'behaviours'), known)]];
    case 'own': {
      const closest = textIn(draft, draftKey, 'closest');
      return [text('text', 'INT02', true), ['closest', 'INT02', closest !== '' && !known.has(closest) ? 'unknown' : null]];
    }
    case 'first': {
      const first = textIn(draft, draftKey, 'first');
      return [['first', 'INT01', chosenIn(draft, behaviours).includes(first) ? null : 'missing']];
    }
    case 'about':
      return [codes('before', 'INT03'), codes('level', 'INT04')];
    case 'plan':
      return [text('when', 'INT05', false), text('then', 'INT05', true)];
    case 'occasion':
      return [codes('first', 'INT06'), codes('confidence', 'INT07')].map(optional);
    case 'hurdle':
      return [optional(codes('obstacles', 'INT08')), text('coping', 'INT08T', false)];
    case 'another':
      return [['more', 'INT05', listIn(draft, draftKey, 'more').some((key) => !known.has(key) && key !== OWN) ? 'unknown' : null]];
    case 'permission':
      return permissionChecks(draft);
    case 'missing':
      return [['text', 'INT11', checkText(itemOf(INT, 'INT11'), textIn(draft, draftKey, 'text').trim())]];
    case 'welcome':
    case 'say':
    case 'summary':
      return [];
  }
}

const optional = ([field, item, problem]: Check): Check => [field, item, problem === 'missing' ? null : problem];

function choiceProblem(chosen: readonly string[], known: ReadonlySet<string>): Problem | null {
  if (chosen.length === 0) return 'missing';
  if (chosen.some((key) => !known.has(key) && key !== OWN)) return 'unknown';
  return chosen.length > (itemOf(INT, 'INT01').maxChoices ?? 0) ? 'too-many' : null;
}

function permissionChecks(draft: IntentionDraft): Check[] {
  const given = listIn(draft, 'permission', 'permission');
  const waves = listIn(draft, 'permission', 'waves');
  const isKnown = waves.every((wave) => WAVE_CODES.some((code) => code === wave));
  const pickProblem = !isKnown ? 'unknown' : waves.length === 0 ? 'missing' : null;
  return [
    ['permission', 'INT10', checkCodes(itemOf(INT, 'INT10'), given)],
    ['waves', 'INT10', given.includes('pick') ? pickProblem : null],
  ];
}
