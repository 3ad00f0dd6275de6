import type { FollowUp, FollowUpReason, Reach } from '../../domain/follow-up/follow-up.js';
import type { PlannedFollowUp } from '../../domain/follow-up/plan-follow-ups.js';
import type { Language } from '../../shared/language.js';

/** One answer of a response. */
export interface NewAnswer {
  commitmentId: number | null;
  elementStableId: string | null;
  item: string;
  code: string | null;
  text: string | null;
  isCarried: boolean;
}
export interface NewSurveyResponse {
  followUpId: number;
  submittedAt: Date;
  language: Language;
  isLate: boolean;
  isCarried: boolean;
  answers: NewAnswer[];
}
export type SurveyResponse = NewSurveyResponse & { id: number };

/** A follow-up with whose it is and where. */
export interface FollowUpInCourse extends FollowUp {
  personId: number;
  courseId: number;
  platformId: number;
  runId: number;
  participationId: number;
}

export interface FollowUpRepository {
  add(intentionId: number, followUps: readonly PlannedFollowUp[]): Promise<void>;
  find(id: number): Promise<FollowUpInCourse | null>;
  listOfIntention(intentionId: number): Promise<FollowUp[]>;
  /** A person's planned follow-ups whose moment has come, lapsed ones included; all courses. */
  listDueOf(personId: number, now: Date): Promise<FollowUpInCourse[]>;
  /** A person's follow-ups that can be answered now: planned and due, open, or closed at most LATE_DAYS ago; all courses. */
  listAnswerable(personId: number, now: Date): Promise<FollowUpInCourse[]>;
  /** planned → open by a guarded update; true for the one caller who did it. */
  open(id: number, change: { openedAt: Date; closesAt: Date; reach: Reach }): Promise<boolean>;
  setReach(id: number, reach: Reach): Promise<void>;
  /** Ends a follow-up that is planned or open (`skipped`: planned only). */
  end(id: number, state: 'cancelled' | 'expired' | 'skipped', reason: FollowUpReason): Promise<boolean>;
  /** Open follow-ups whose window closed, and planned ones that lapsed. */
  listToExpire(now: Date, limit: number): Promise<FollowUpInCourse[]>;
  /**
   * Planned, due, not lapsed, of a learner whom a message can reach: a working connection, an activity to link to, and no
   * invitation made yet; oldest first.
   */
  listToInvite(now: Date, limit: number): Promise<FollowUpInCourse[]>;
  /** Planned and due, but every commitment of it ended, so that there is nothing to ask. */
  listWithNothingToAsk(now: Date, limit: number): Promise<FollowUpInCourse[]>;
  /** Planned ones of intentions with two unanswered waves whose late period is over as well (decisions.md 8, 10). */
  listSilenced(now: Date, limit: number): Promise<FollowUpInCourse[]>;
  /** How many of a platform are due and wait for a way to tell the person. */
  countWaiting(platformId: number, now: Date): Promise<number>;
  /** open, due or (late) expired → answered, with its response, by a guarded update; false when somebody was faster. */
  answer(response: NewSurveyResponse): Promise<boolean>;
  findResponse(followUpId: number): Promise<SurveyResponse | null>;
  listResponsesOf(personId: number): Promise<SurveyResponse[]>;
  /** The states of the person's earlier waves of an intention, oldest first: for "two silences". */
  listEarlier(intentionId: number, before: Date): Promise<FollowUp[]>;
}
