import type { FieldValues } from '../../../domain/intention/draft.js';
import type { Translate } from '../../../i18n/translator.js';
import { CUES } from './plan-blocks.js';

/** The values of the plan with a tapped beginning in "when": instead of nothing or of another beginning, else before what was typed. */
export function withCue(t: Translate, values: FieldValues, cue: number | null): FieldValues {
  if (cue === null || cue >= CUES) return values;
  const beginnings = Array.from({ length: CUES }, (_, index) => t(`intention.plan.cue.${index}`).replace(/…$/, ''));
  const typed = String(values['when'] ?? '').trim();
  const other = beginnings.find((beginning) => typed.startsWith(beginning)) ?? '';
  const rest = typed.slice(other.length).trim();
  return { ...values, when: `${beginnings[cue]} ${rest}` };
}
