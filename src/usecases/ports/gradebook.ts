import type { Platform } from './platforms.js';

/** What became of a score. `not-gradable`: this person has no grade there (teachers, people who left); `stop`: nothing of this platform can work now. */
export type ScoreOutcome =
  | { kind: 'sent' }
  | { kind: 'not-gradable'; code: string }
  | { kind: 'retry'; code: string; afterMs?: number }
  | { kind: 'stop'; code: string };

/** The gradebook of an LMS (Assignment and Grade Services 2.0). */
export interface Gradebook {
  /** Reports 1 of 1, FullyGraded, without a comment (decisions.md 29). */
  postFullScore(score: { platform: Platform; lineItemUrl: string; userId: string; timestamp: Date }): Promise<ScoreOutcome>;
}
