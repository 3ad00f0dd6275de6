import { createEnqueueDueFollowUps } from '../follow-up/enqueue-due-follow-ups.js';
import { createExpireFollowUps } from '../follow-up/expire-follow-ups.js';
import { createSendPendingDeliveries } from '../follow-up/send-pending-deliveries.js';
import { createSendPendingScores } from '../follow-up/send-pending-scores.js';
import { createSettleDueFollowUps } from '../follow-up/settle-due-follow-ups.js';
import type { WorkerDependencies } from './dependencies.js';
import { createHousekeeping } from './housekeeping.js';
import { createRecheckConnections } from './recheck-connections.js';

/** What the worker does, each safe to run at any moment and any number of times. */
export function createWorkerUseCases(deps: WorkerDependencies) {
  return {
    settleDueFollowUps: createSettleDueFollowUps(deps),
    enqueueDueFollowUps: createEnqueueDueFollowUps(deps),
    sendPendingDeliveries: createSendPendingDeliveries(deps),
    sendPendingScores: createSendPendingScores(deps),
    expireFollowUps: createExpireFollowUps(deps),
    recheckConnections: createRecheckConnections(deps),
    housekeeping: createHousekeeping(deps),
  };
}
export type WorkerUseCases = ReturnType<typeof createWorkerUseCases>;
