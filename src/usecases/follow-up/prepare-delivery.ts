import { LEASE_MS, MAX_ATTEMPTS } from '../../domain/delivery/retry-schedule.js';
import { askedCommitments } from '../../domain/follow-up/asked-commitments.js';
import { opennessAt } from '../../domain/follow-up/window.js';
import { addMs } from '../../shared/dates.js';
import type { Repositories } from '../ports/database.js';
import type { DeliveryToSend } from '../ports/deliveries.js';
import type { OutgoingMessage } from '../ports/message-channel.js';
import type { WorkerDependencies } from '../worker/dependencies.js';
import type { Breaker } from './breaker.js';
import { composeMessage } from './compose-message.js';

/** A claimed delivery: which one, and the lease that guards every move of it. */
export interface Claim {
  id: number;
  token: string;
}

/** What to do with a claimed delivery. `done`: it was settled here, or lost to somebody else. */
export type Prepared =
  | { kind: 'send'; delivery: DeliveryToSend; message: OutgoingMessage }
  | { kind: 'look'; delivery: DeliveryToSend; message: OutgoingMessage }
  | { kind: 'done' };

/**
 * Decides inside one transaction what becomes of a claimed delivery, and notes `sending` before the call begins. The follow-ups are
 * looked at again: what was answered, stopped or let lapse since is not sent (decisions.md 15, security.md D3.2).
 */
export async function prepareDelivery(
  deps: WorkerDependencies,
  repositories: Repositories,
  { breaker, ...claim }: Claim & { breaker: Breaker },
): Promise<Prepared> {
  const { deliveries, platforms } = repositories;
  if (!(await deliveries.find(claim.id))) return { kind: 'done' };
  const delivery = await deliveries.getToSend(claim.id);
  const now = deps.clocks.protocol.now();
  const connection = await platforms.findConnection(delivery.platformId);
  const back = delivery.state === 'uncertain' ? 'uncertain' : 'pending';
  const pausedUntil = breaker.pausedUntil(delivery.platformId);
  if (connection?.state !== 'working' || pausedUntil) {
    await deliveries.move(claim.id, claim.token, { state: back, nextAttemptAt: pausedUntil ?? now, attempts: delivery.attempts - 1 });
    return { kind: 'done' };
  }
  if (delivery.attempts > MAX_ATTEMPTS) {
    await deliveries.move(claim.id, claim.token, { state: 'failed', lastErrorCode: delivery.lastErrorCode ?? 'too-many-attempts' });
    return { kind: 'done' };
  }
  const message = openMessage(deps, delivery, connection);
  if (!message) {
    await platforms.setConnectionState(delivery.platformId, 'stopped', 'token-unreadable', now);
    await deliveries.move(claim.id, claim.token, { state: back, nextAttemptAt: now, attempts: delivery.attempts - 1 });
    return { kind: 'done' };
  }
  if (delivery.state === 'uncertain') return { kind: 'look', delivery, message };
  if (!(await isStillWanted(deps, repositories, claim.id))) {
    await deliveries.move(claim.id, claim.token, { state: 'cancelled' });
    return { kind: 'done' };
  }
  const change = { state: 'sending' as const, sendingSince: now, leasedUntil: addMs(now, LEASE_MS) };
  return (await deliveries.move(claim.id, claim.token, change)) ? { kind: 'send', delivery, message } : { kind: 'done' };
}

/** Whether one of its follow-ups can still be answered in its window and has something to ask. Those that lapsed meanwhile end here as never asked. */
export async function isStillWanted(deps: WorkerDependencies, repositories: Repositories, deliveryId: number): Promise<boolean> {
  const now = deps.clocks.calendar.now();
  let isWanted = false;
  for (const id of await repositories.deliveries.listFollowUpIds(deliveryId)) {
    const followUp = await repositories.followUps.find(id);
    if (!followUp) continue;
    const openness = opennessAt(followUp, now);
    if (openness === 'lapsed') await repositories.followUps.end(id, 'expired', 'never-asked');
    if (openness !== 'due' && openness !== 'open') continue;
    const { commitments } = await repositories.intentions.getIntention(followUp.intentionId);
    if (askedCommitments(commitments, followUp.instrument).length > 0) isWanted = true;
  }
  return isWanted;
}

function openMessage(deps: WorkerDependencies, ...args: [DeliveryToSend, Parameters<typeof composeMessage>[2]]): OutgoingMessage | null {
  try {
    return composeMessage(deps, ...args);
  } catch (error) {
    deps.logger.error({ deliveryId: args[0].id, error: (error as Error).message }, 'the token of a connection cannot be opened');
    return null;
  }
}
