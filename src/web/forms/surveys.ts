import { z } from 'zod';
import type { FieldValues } from '../../domain/intention/draft.js';
import type { SurveyGo } from '../../domain/survey/advance-survey.js';
import { INSTRUMENTS } from '../../domain/survey/instruments.js';
import { cleanText } from '../../shared/clean-text.js';
import { rowId } from '../middleware/require-course.js';

const text = z.string().default('').transform(cleanText);
const codes = z
  .union([z.string(), z.array(z.string()).max(50)])
  .optional()
  .transform((value) => [value ?? []].flat().map(cleanText));

/** Every question of the surveys by its code, and the parts of a new plan; nothing else is taken in (security.md A23). */
const FIELDS: Record<string, z.ZodType> = {
  when: text,
  then: text,
  ...Object.fromEntries(
    [INSTRUMENTS.CHK, INSTRUMENTS.FUP, INSTRUMENTS.SUS].flatMap(({ items }) =>
      items.filter(({ type }) => type !== 'note').map(({ code, type }) => [code, type === 'text' ? text : codes] as const),
    ),
  ),
};

/** The posted screen that has these fields: its values as typed, and which button was pressed. */
export function surveyStepForm(fields: readonly string[]) {
  const shape = Object.fromEntries(fields.map((field) => [field, FIELDS[field] ?? text]));
  return z
    .object({ ...shape, csrf: z.string(), go: z.enum(['next', 'back', 'leave', 'stay']).default('next') })
    .strict()
    .transform(({ csrf: _csrf, go, ...values }) => ({ go: go as SurveyGo, values: values as FieldValues }));
}

export const followUpParams = z.object({ courseId: rowId, followUpId: rowId });

/** The address of one screen. */
export const surveyStepParams = followUpParams.extend({
  step: z
    .string()
    .max(40)
    .regex(/^[a-z]+(?:-\d+)?$/),
});

/** Whether the person sent their answers just now. */
export const sentQuery = z.object({ sent: z.literal('now').optional().catch(undefined) });
