import { listIn, textIn } from '../../../domain/intention/draft.js';
import { BARRIERS } from '../../../domain/survey/codes.js';
import { SCALES, type ScaleName } from '../../../domain/survey/instruments.js';
import { shuffleFactors } from '../../../domain/survey/shuffle-factors.js';
import type { ChoiceField, TextField } from '../fields.js';
import { errorOf } from './fault-text.js';
import type { StepContext } from './step-context.js';

type Choice = Pick<ChoiceField, 'kind' | 'name' | 'legend'> & Partial<Pick<ChoiceField, 'hint' | 'isRequired' | 'onlyIf'>>;
type Option = { value: string; text: string; note?: string };

/** A choice field of a step, with what is chosen in the draft. */
export function choice(context: StepContext, draftKey: string, field: Choice, options: readonly Option[]): ChoiceField {
  const chosen = listIn(context.draft, draftKey, field.name);
  // A choice of "none of these" has an empty value: it is chosen once the step has been answered.
  const isChosen = ({ value }: Option): boolean =>
    value === '' ? chosen.length === 0 && context.draft.steps[draftKey] !== undefined : chosen.includes(value);
  return {
    hint: null,
    isRequired: false,
    onlyIf: null,
    ...field,
    error: errorOf(context, draftKey, field.name),
    options: options.map((option) => ({ note: null, ...option, isChecked: isChosen(option) })),
  };
}

/** The answers of a scale as options, in their order. */
export function scaleOptions({ t }: StepContext, scale: ScaleName): Option[] {
  return SCALES[scale].map((code) => ({ value: code, text: t(`survey.${scale}.${code}`) }));
}

/** What could get in the way, in this person's own order (domain.md §2.9). */
export function barrierOptions({ t, seed }: StepContext): Option[] {
  return shuffleFactors(BARRIERS, seed).map((code) => ({ value: code, text: t(`survey.BARRIER_AHEAD.${code}`) }));
}

type Text = Pick<TextField, 'name' | 'label' | 'rows'> & Partial<Pick<TextField, 'hint' | 'isRequired'>>;

/** A text field of a step, with what was typed. */
export function text(context: StepContext, draftKey: string, field: Text): TextField {
  return {
    kind: 'text',
    hint: null,
    isRequired: false,
    ...field,
    error: errorOf(context, draftKey, field.name),
    value: textIn(context.draft, draftKey, field.name),
  };
}
