import type { Language } from '../../shared/language.js';
import type { Barrier, Commit, Confid, First, Freq } from '../survey/codes.js';

/** A group of learners followed together in a course; each course has one rolling run (decisions.md 5). */
export interface Run {
  id: number;
  courseId: number;
  number: number;
  isCurrent: boolean;
  smallestGroup: number;
  startedAt: Date;
}

/** How we know that a learner completed the course (decisions.md 6). */
export type CompletionSource = 'launch' | 'learner';

/** A learner in a run. */
export interface Participation {
  id: number;
  runId: number;
  personId: number;
  attempt: number;
  enrolledAt: Date;
  completedAt: Date | null;
  completionSource: CompletionSource | null;
}

/** An if-then plan in the learner's words. */
export interface Plan {
  id: number;
  when: string;
  then: string;
  createdAt: Date;
}

/** active: being done; adjusted: with a changed plan; habit, let_go, na: ended, each in its own way. */
export type CommitmentState = 'active' | 'adjusted' | 'habit' | 'let_go' | 'na';

/** One chosen behaviour of an intention (decisions.md 1). */
export interface Commitment {
  id: number;
  intentionId: number;
  /** 1–3, in the order chosen. */
  priority: number;
  /** A behaviour of the map, or null for an own one. */
  elementStableId: string | null;
  ownText: string | null;
  closestStableId: string | null;
  then0: Freq;
  level: Commit;
  planAsked: boolean;
  firstExpected: First | null;
  confidence: Confid | null;
  obstacles: Barrier[];
  copingText: string | null;
  state: CommitmentState;
  stateChangedAt: Date;
  /** The newest plan first; empty when none was made. */
  plans: Plan[];
}

/** What one learner submitted at one completion. */
export interface Intention {
  id: number;
  participationId: number;
  mapVersionId: number;
  /** `exit`: no intention fits now (INT99). */
  outcome: 'stated' | 'exit';
  submittedAt: Date;
  language: Language;
  missingText: string | null;
  exitText: string | null;
  exitReasons: Barrier[];
  followUpPermission: 'yes' | 'pick' | 'no' | null;
  stoppedAt: Date | null;
  commitments: Commitment[];
}
