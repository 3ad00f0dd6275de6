import type { Commitment, CommitmentState, CompletionSource, Intention, Participation, Run } from '../../domain/intention/intention.js';

/** A commitment before it is stored. */
export type NewCommitment = Omit<Commitment, 'id' | 'intentionId' | 'plans' | 'stateChangedAt'> & {
  plan: { when: string; then: string } | null;
};
export type NewIntention = Omit<Intention, 'id' | 'commitments' | 'stoppedAt'> & { commitments: NewCommitment[] };

/** What a person typed in a form that is not sent yet (decisions.md 12). */
export interface Draft {
  form: string;
  stepValues: Record<string, unknown>;
  updatedAt: Date;
}

export interface IntentionRepository {
  /** The course's current run, made on first use with the platform's threshold (decisions.md 5). */
  ensureCurrentRun(courseId: number, smallestGroup: number, now: Date): Promise<Run>;
  findRun(runId: number): Promise<Run | null>;
  listRuns(courseId: number): Promise<Run[]>;
  /** The person's first attempt in the run, made when it is not there yet. */
  ensureParticipation(runId: number, personId: number, now: Date): Promise<Participation>;
  findParticipation(runId: number, personId: number): Promise<Participation | null>;
  getParticipation(id: number): Promise<Participation>;
  /** Sets the completion moment once; later calls change nothing. */
  markCompleted(participationId: number, completedAt: Date, source: CompletionSource): Promise<void>;
  /** Stores the intention; null when this participation has one already. */
  addIntention(intention: NewIntention): Promise<Intention | null>;
  findIntention(participationId: number): Promise<Intention | null>;
  getIntention(id: number): Promise<Intention>;
  /** Every intention of a person, newest first, over all courses. */
  listIntentionsOf(personId: number): Promise<Intention[]>;
  addPlan(commitmentId: number, plan: { when: string; then: string }, now: Date): Promise<void>;
  setCommitmentState(commitmentId: number, state: CommitmentState, now: Date): Promise<void>;
  /** Notes that the person asked us to stop. */
  stopAsking(intentionId: number, now: Date): Promise<void>;
  findDraft(personId: number, form: string): Promise<Draft | null>;
  saveDraft(personId: number, draft: { form: string; stepValues: Record<string, unknown>; expiresAt: Date }, now: Date): Promise<void>;
  deleteDraft(personId: number, form: string): Promise<void>;
  /** Deletes drafts whose time is over; answers how many. */
  deleteExpiredDrafts(now: Date): Promise<number>;
}
