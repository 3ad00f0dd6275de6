import { textIn } from '../../../domain/intention/draft.js';
import { oneLine } from '../../../domain/intention/plan-sentence.js';
import type { StepFault } from '../../../domain/intention/step-faults.js';
import { lengthOf } from '../../../domain/survey/check-item.js';
import { INT, itemOf } from '../../../domain/survey/instruments.js';
import { hasText } from '../../../i18n/translator.js';
import type { StepContext } from './step-context.js';

/** The words beside a field with a fault: its own words where it has them, otherwise those of the problem. */
export function faultText({ t, draft }: StepContext, draftKey: string, fault: StepFault): string {
  const item = itemOf(INT, fault.item);
  const name = fault.field === 'waves' ? 'WAVES' : draftKey === 'first' ? 'FIRST' : fault.item;
  const own = `intention.fault.${name}.${fault.problem}`;
  if (hasText(own)) return t(own);
  const length = lengthOf(oneLine(textIn(draft, draftKey, fault.field)));
  return t(`survey.problem.${fault.problem}`, { max: fault.problem === 'too-long' ? item.maxLength : item.maxChoices, length });
}

/** The words of the fault of one field, or null when there is none. */
export function errorOf(context: StepContext, draftKey: string, field: string): string | null {
  const fault = context.faults.find((candidate) => candidate.field === field);
  return fault ? faultText(context, draftKey, fault) : null;
}
