import { z } from 'zod';
import type { Go } from '../../domain/intention/advance.js';
import { EMPTY_DRAFT, type FieldValues, type IntentionDraft } from '../../domain/intention/draft.js';
import { cleanText } from '../../shared/clean-text.js';

const text = z.string().default('').transform(cleanText);
const codes = z
  .union([z.string(), z.array(z.string()).max(50)])
  .optional()
  .transform((value) => [value ?? []].flat().map(cleanText));

/** The fields of each screen, by the part of its address before the number; nothing else is taken in (security.md A23). */
const FIELDS: Record<string, z.ZodRawShape> = {
  welcome: {},
  choose: { behaviours: codes },
  own: { text, closest: text },
  first: { first: text },
  about: { before: text, level: text },
  plan: { when: text, then: text },
  say: {},
  occasion: { first: text, confidence: text },
  hurdle: { obstacles: codes, coping: text },
  another: { more: codes },
  permission: { permission: text, waves: codes },
  missing: { text },
  summary: {},
  exit: { reasons: codes, text },
};

const go = z
  .string()
  .max(100)
  .regex(/^(?:next|back|leave|stay|cue-\d|change:[\w-]+)$/)
  .default('next');
const around = { csrf: z.string(), go, carried: z.string().optional() };

/** A posted screen: its values as typed, which button was pressed, and in the preview the draft it carries along. */
export interface StepForm {
  values: FieldValues;
  go: Go;
  /** Which beginning of a situation was tapped. */
  cue: number | null;
  carried: string | null;
}

/** The schema of a screen's form, or null when there is no such screen. */
export function stepForm(stepId: string): z.ZodType<StepForm> | null {
  const fields = FIELDS[stepId.replace(/-\d+$/, '')];
  if (!fields) return null;
  return z
    .object({ ...fields, ...around })
    .strict()
    .transform(toForm);
}

function toForm({ csrf: _csrf, go: pressed, carried, ...values }: Record<string, unknown>): StepForm {
  const button = String(pressed);
  return { values: values as FieldValues, go: goOf(button), cue: cueOf(button), carried: typeof carried === 'string' ? carried : null };
}

function goOf(button: string): Go {
  if (button === 'next' || button === 'back' || button === 'leave') return button;
  return button.startsWith('change:') ? { change: button.slice('change:'.length) } : 'stay';
}

function cueOf(button: string): number | null {
  return button.startsWith('cue-') ? Number(button.slice('cue-'.length)) : null;
}

const carriedDraft = z.object({
  at: z.string().max(100),
  steps: z.record(z.string().max(200), z.record(z.string().max(50), z.union([z.string(), z.array(z.string()).max(50)]))),
  isReviewing: z.boolean().optional(),
});

/** The draft that a preview carries along in its form; an empty one when it is missing or spoiled. */
export function carriedDraftOf(carried: string | null): IntentionDraft {
  try {
    const { isReviewing = false, ...draft } = carriedDraft.parse(JSON.parse(carried ?? ''));
    return { ...draft, isReviewing };
  } catch {
    return EMPTY_DRAFT;
  }
}

/** The address of one screen. */
export const stepParams = z.object({
  courseId: z.string(),
  step: z
    .string()
    .max(100)
    .regex(/^[a-z]+(?:-\d+)?$/),
});

/** What the activity shows, as the launch tells it. */
export const nowQuery = z.object({ view: z.enum(['map', 'intention', 'unset']).optional() });
