import type { Clocks } from '../shared/clock.js';
import { addMs, MINUTE_MS, SECOND_MS } from '../shared/dates.js';
import { AppError } from '../shared/errors.js';
import type { Logger } from '../shared/logger.js';
import type { Random } from '../shared/random.js';
import type { Database } from '../usecases/ports/database.js';
import type { Job } from '../usecases/worker/job.js';

/** How long a job may hold its lease; a worker that was killed is replaced after this. */
const JOB_LEASE_MS = 2 * MINUTE_MS;
/** How long an orderly end waits for the running job (security.md D3.8). */
const STOP_LIMIT_MS = 20 * SECOND_MS;

export interface SchedulerOptions {
  jobs: readonly Job[];
  data: Database;
  clocks: Clocks;
  random: Random;
  logger: Logger;
  tickMs: number;
  stopLimitMs?: number;
}

/** Runs jobs one after the other, again and again. */
export interface Scheduler {
  start(): void;
  /** Stops ticking, starts nothing new, and waits up to 20 seconds for the running job; no call to the LMS is cut off. */
  stop(): Promise<void>;
  /** Runs every job whose time has come since it last ran here. */
  tick(): Promise<void>;
  /** Runs every job once, now. */
  runOnce(): Promise<void>;
}

/**
 * Makes a scheduler. A job runs only where its lease in the database was taken, so that several workers share the work; its start and
 * its success or failure are written there for the platform page. A failing job does not stop the others.
 */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const stopping = new AbortController();
  const ranAt = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const runAll = async (isDue: (job: Job) => boolean): Promise<void> => {
    for (const job of options.jobs) {
      if (stopping.signal.aborted) return;
      if (!isDue(job)) continue;
      ranAt.set(job.name, options.clocks.protocol.now().getTime());
      await runJob(options, job, stopping.signal);
    }
  };
  const queue = (isDue: (job: Job) => boolean): Promise<void> => {
    running = running.then(() => runAll(isDue));
    return running;
  };
  const tick = (): Promise<void> => {
    const now = options.clocks.protocol.now().getTime();
    return queue((job) => {
      const last = ranAt.get(job.name);
      // A clock that went back must not keep a job waiting.
      return last === undefined || now - last >= job.everyMs || now < last;
    });
  };
  const next = (): void => {
    if (!stopping.signal.aborted) timer = setTimeout(() => void tick().then(next), options.tickMs);
  };
  return {
    start: () => void tick().then(next),
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      let limit: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        limit = setTimeout(() => {
          options.logger.warn({}, 'the running job did not end in time');
          resolve();
        }, options.stopLimitMs ?? STOP_LIMIT_MS);
      });
      await Promise.race([running, late]);
      clearTimeout(limit);
    },
    tick,
    runOnce: () => queue(() => true),
  };
}

/** Never rejects: what goes wrong is logged and written to the job's row. */
async function runJob({ data, clocks, random, logger }: SchedulerOptions, job: Job, signal: AbortSignal): Promise<void> {
  const token = random.token(16);
  try {
    const now = clocks.protocol.now();
    const lease = { token, until: addMs(now, JOB_LEASE_MS) };
    if (!(await data.write(({ jobs }) => jobs.takeLease(job.name, lease, now)))) return;
    let errorCode: string | undefined;
    try {
      await job.run(signal);
    } catch (error) {
      errorCode = (error instanceof AppError ? error.code : (error as Error).name).slice(0, 64);
      logger.error({ job: job.name, errorCode, error: (error as Error).message }, 'a job failed');
    }
    const outcome = errorCode === undefined ? { succeeded: true } : { succeeded: false, errorCode };
    await data.write(({ jobs }) => jobs.finish(job.name, token, outcome, clocks.protocol.now()));
  } catch (error) {
    logger.error({ job: job.name, error: (error as Error).message }, 'a job could not be leased or finished');
  }
}
