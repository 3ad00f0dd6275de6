import { addMs, MINUTE_MS } from '../../shared/dates.js';
import type { SendOutcome } from '../ports/message-channel.js';

/** After this many failures in one run a platform is left alone. */
const FAILURES = 3;

/** Remembers for one run which platforms fail, so that one of them neither slows the others nor uses up every delivery's attempts. */
export interface Breaker {
  /** Until when nothing more is sent to a platform in this run, or null. */
  pausedUntil(platformId: number): Date | null;
  note(platformId: number, outcome: SendOutcome, now: Date): void;
}

/** A platform that asks for time (`Retry-After`) pauses at once; one that fails otherwise after three failures, for a minute. */
export function createBreaker(): Breaker {
  const failures = new Map<number, number>();
  const paused = new Map<number, Date>();
  return {
    pausedUntil: (platformId) => paused.get(platformId) ?? null,
    note(platformId, outcome, now) {
      if (outcome.kind !== 'retry' && outcome.kind !== 'uncertain') return;
      const count = (failures.get(platformId) ?? 0) + 1;
      failures.set(platformId, count);
      const afterMs = outcome.kind === 'retry' ? (outcome.afterMs ?? 0) : 0;
      if (afterMs > 0 || count >= FAILURES) paused.set(platformId, addMs(now, Math.max(afterMs, MINUTE_MS)));
    },
  };
}
