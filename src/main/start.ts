import { createApp } from '../web/app.js';
import { createScheduler, type Scheduler } from '../worker/scheduler.js';
import type { Services } from './compose.js';
import { type Listening, serve } from './serve.js';

/** Starts the web on the configured port. */
export async function startWeb(services: Services): Promise<Listening> {
  const listening = await serve(createApp(services.web), services.config.port);
  services.logger.info({ port: listening.port, publicUrl: services.config.publicUrl }, 'listening');
  return listening;
}

/** The worker of these services; call `start` on it. */
export function createWorker(services: Services): Scheduler {
  const { data, clocks, random, logger } = services.deps;
  return createScheduler({ jobs: services.worker.jobs, data, clocks, random, logger, tickMs: services.config.defaults.workerTickMs });
}
