import type { Clock } from '../shared/clock.js';
import { MINUTE_MS } from '../shared/dates.js';
import type { ReportUseCases } from '../usecases/report/index.js';
import type { Job } from '../usecases/worker/job.js';

/** The job that makes releases; it comes last, when answers are settled (architecture decision 2). */
export function createReleaseJob(reports: Pick<ReportUseCases, 'makeDueReleases'>, calendar: Clock): Job {
  return { name: 'make-due-releases', everyMs: 5 * MINUTE_MS, run: async () => void (await reports.makeDueReleases(calendar.now())) };
}
