import type { Bilingual } from '../../shared/language.js';
import type { DemoPlatform } from '../platform/platform.js';

/** Somebody whom the visitor can be, and where that starts. */
export interface CastMember {
  personId: string;
  /** What is interesting about this person. */
  story: Bilingual;
  path: string;
}

/** What came of moving the calendar. */
export interface CalendarNews {
  days: number;
  messages: number;
  releases: number;
}

/** The demo's site: the LMS, its visitor's path, and the calendar. */
export interface DemoSite {
  platform: DemoPlatform;
  timeZone: string;
  /** The visitor's path on the front page; without it the front page only lists people. */
  path: { learnerId: string; designerId: string; courseId: string; mapActivityId: string; intentionActivityId: string } | null;
  cast: CastMember[];
  /** Moves the calendar clock and runs the worker until nothing is left to do. */
  advance(days: number): Promise<CalendarNews>;
}

/** The steps of the calendar bar, in days. */
export const CALENDAR_STEPS = [7, 21, 91] as const;
