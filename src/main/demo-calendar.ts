import type { Clock } from '../shared/clock.js';
import { atLocalHour } from '../shared/dates.js';

/** The demo's date: a clock that can be put anywhere and runs on from there (decisions.md 14). */
export interface DemoCalendar extends Clock {
  /** How far it runs ahead of the machine's time. */
  offsetMs(): number;
  setTo(moment: Date): void;
  /** Noon, local time, so many days later: after the hour at which follow-ups fall due. */
  noonAfter(days: number): Date;
}

/** Makes the demo's calendar on the machine's clock. */
export function createDemoCalendar(base: Clock, timeZone: string, offsetMs = 0): DemoCalendar {
  let offset = offsetMs;
  const now = (): Date => new Date(base.now().getTime() + offset);
  return {
    now,
    offsetMs: () => offset,
    setTo: (moment) => {
      offset = moment.getTime() - base.now().getTime();
    },
    noonAfter: (days) => atLocalHour(now(), days, 12, timeZone),
  };
}
