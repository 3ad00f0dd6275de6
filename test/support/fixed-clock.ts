import type { Clock } from '../../src/shared/clock.js';

/** A clock that stands still until it is moved. */
export interface FixedClock extends Clock {
  set(moment: Date | string): void;
  advance(ms: number): void;
}

/** Makes a clock that stands at `start`. */
export function fixedClock(start: Date | string = '2026-03-02T09:00:00.000Z'): FixedClock {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    set: (moment) => {
      now = new Date(moment);
    },
    advance: (ms) => {
      now = new Date(now.getTime() + ms);
    },
  };
}
