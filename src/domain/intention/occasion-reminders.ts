import { addMs, DAY_MS } from '../../shared/dates.js';
import type { Occasion } from '../impact-map/stage.js';
import type { First } from '../survey/codes.js';

/** When a reminder of a plan stands in the person's own calendar, and how often it comes back. */
export interface OccasionReminder {
  startsAt: Date;
  repeat: { every: 'week' | 'month'; interval: number; times: number } | null;
}

/** Days from stating the intention to the first occasion, read from INT06: the end of the time that was named. */
const FIRST_DAYS: Record<First, number> = { FI1: 4, FI2: 10, FI3: 21, FI4: 35, FI9: 7 };

/** A few reminders at the pace of the occasion, never more than one a week: enough to begin with, few enough to keep. */
const REPEATS: Record<Occasion, OccasionReminder['repeat']> = {
  daily: { every: 'week', interval: 1, times: 4 },
  weekly: { every: 'week', interval: 1, times: 4 },
  monthly: { every: 'month', interval: 1, times: 3 },
  quarterly: { every: 'month', interval: 3, times: 2 },
  rare: null,
};

/** The reminder of one plan: from the expected first occasion on, but never in the past. */
export function occasionReminder(
  { statedAt, firstExpected, occasion }: { statedAt: Date; firstExpected: First | null; occasion: Occasion },
  now: Date,
): OccasionReminder {
  const expected = addMs(statedAt, FIRST_DAYS[firstExpected ?? 'FI9'] * DAY_MS);
  const tomorrow = addMs(now, DAY_MS);
  const startsAt = new Date(Math.max(expected.getTime(), tomorrow.getTime()));
  return { startsAt, repeat: REPEATS[occasion] };
}
