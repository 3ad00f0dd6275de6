/** How a job of the worker is doing. */
export interface JobState {
  name: string;
  startedAt: Date | null;
  succeededAt: Date | null;
  failedAt: Date | null;
  lastErrorCode: string | null;
}

export interface JobRepository {
  /** Takes the lease of a job by one guarded update; true for the one caller who has it now. */
  takeLease(name: string, lease: { token: string; until: Date }, now: Date): Promise<boolean>;
  finish(name: string, leaseToken: string, outcome: { succeeded: boolean; errorCode?: string }, now: Date): Promise<void>;
  list(): Promise<JobState[]>;
}
