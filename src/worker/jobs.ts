import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../shared/dates.js';
import type { WorkerUseCases } from '../usecases/worker/index.js';
import type { Job } from '../usecases/worker/job.js';

/** The worker's own jobs, in the order in which a run of all of them makes sense: first what is over, then what is due, then sending. */
export function createJobs(worker: WorkerUseCases): Job[] {
  const job = (name: string, everyMs: number, work: (signal: AbortSignal) => Promise<unknown>): Job => ({
    name,
    everyMs,
    run: async (signal) => void (await work(signal)),
  });
  return [
    job('recheck-connections', 15 * MINUTE_MS, () => worker.recheckConnections()),
    job('expire-follow-ups', MINUTE_MS, () => worker.expireFollowUps()),
    job('settle-due-follow-ups', MINUTE_MS, () => worker.settleDueFollowUps()),
    job('enqueue-due-follow-ups', 30 * SECOND_MS, () => worker.enqueueDueFollowUps()),
    job('send-pending-deliveries', 10 * SECOND_MS, (signal) => worker.sendPendingDeliveries(signal)),
    job('send-pending-scores', 10 * SECOND_MS, (signal) => worker.sendPendingScores(signal)),
    job('housekeeping', HOUR_MS, () => worker.housekeeping()),
  ];
}
