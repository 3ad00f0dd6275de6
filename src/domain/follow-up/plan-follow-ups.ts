import { atLocalHour } from '../../shared/dates.js';
import type { Occasion } from '../impact-map/stage.js';
import type { First } from '../survey/codes.js';
import type { FollowUp } from './follow-up.js';
import { DUE_HOUR, LAST_WAVE_LAPSE_DAYS, WAVES, type WaveCode } from './wave.js';

/** A follow-up before it has an id. */
export type PlannedFollowUp = Omit<FollowUp, 'id' | 'intentionId'>;

/** What the plan of follow-ups depends on. */
export interface FollowUpPlan {
  completedAt: Date;
  /** IANA time zone of the platform. */
  zone: string;
  /** How often the occasion of each chosen behaviour comes; the most frequent one decides (decisions.md 9). CM0 is no choice. */
  occasions: readonly Occasion[];
  /** The waves the person said yes to (INT10). */
  permitted: readonly WaveCode[];
}

const FREQUENT: readonly Occasion[] = ['daily', 'weekly'];

/** How often the occasion of an own behaviour comes, read from INT06: within a month counts as weekly, later as monthly (decisions.md 9). */
export function occasionOfOwn(firstExpected: First | null): Occasion {
  return firstExpected === 'FI4' || firstExpected === 'FI9' ? 'monthly' : 'weekly';
}

/**
 * The three follow-ups of an intention; none where nothing was chosen. W1 is skipped when no chosen behaviour has a daily or weekly occasion (decisions.md 9); a wave
 * the person declined is kept as cancelled, because it stays in the denominator (decisions.md 10). Each falls due at ten in the
 * morning, local time; it lapses at the moment of the next wave, also when that one was declined, because its question belongs to
 * the time before (decisions.md 8). Only W1 is ever skipped, so no wave waits for a skipped one.
 */
export function planFollowUps(plan: FollowUpPlan): PlannedFollowUp[] {
  if (plan.occasions.length === 0) return [];
  const due = (days: number): Date => atLocalHour(plan.completedAt, days, DUE_HOUR, plan.zone);
  const skipsFirst = !plan.occasions.some((occasion) => FREQUENT.includes(occasion));
  return WAVES.map((wave, index) => {
    const next = WAVES[index + 1];
    const isSkipped = wave.code === 'W1' && skipsFirst;
    const isDeclined = !plan.permitted.includes(wave.code);
    return {
      wave: wave.code,
      instrument: wave.instrument,
      dueAt: due(wave.offsetDays),
      windowDays: wave.windowDays,
      lapsesAt: due(next ? next.offsetDays : wave.offsetDays + LAST_WAVE_LAPSE_DAYS),
      openedAt: null,
      closesAt: null,
      state: isSkipped ? 'skipped' : isDeclined ? 'cancelled' : 'planned',
      reach: 'waiting',
      reason: isSkipped ? 'occasion' : isDeclined ? 'declined' : null,
      answeredAt: null,
    };
  });
}
