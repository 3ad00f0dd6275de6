import { addMs, DAY_MS } from '../../shared/dates.js';
import type { FollowUp } from './follow-up.js';
import { LATE_DAYS } from './wave.js';

/** When a window that opens at `openedAt` closes: it keeps its length, however late it opened (decisions.md 8). */
export function closingMoment(followUp: Pick<FollowUp, 'windowDays'>, openedAt: Date): Date {
  return addMs(openedAt, followUp.windowDays * DAY_MS);
}

/** Windows that closed at or after this moment still take a late answer at `now` (decisions.md 8). */
export function lateLimit(now: Date): Date {
  return addMs(now, -LATE_DAYS * DAY_MS);
}

/** What can be done with a follow-up now. `lapsed`: planned, but its time is over; `late`: closed at most 14 days ago. */
export type Openness = 'not-due' | 'due' | 'lapsed' | 'open' | 'late' | 'closed';

/** Where a follow-up stands in its window at `now` (decisions.md 8); independent of whether the worker has noticed yet. */
export function opennessAt(followUp: Pick<FollowUp, 'state' | 'dueAt' | 'lapsesAt' | 'closesAt'>, now: Date): Openness {
  const { state, dueAt, lapsesAt, closesAt } = followUp;
  if (state === 'planned') return dueAt > now ? 'not-due' : lapsesAt <= now ? 'lapsed' : 'due';
  if ((state !== 'open' && state !== 'expired') || !closesAt) return 'closed';
  if (state === 'open' && closesAt > now) return 'open';
  return closesAt >= lateLimit(now) ? 'late' : 'closed';
}
