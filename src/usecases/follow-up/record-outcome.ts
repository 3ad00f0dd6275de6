import { MAX_ATTEMPTS, retryDelayMs, SETTLE_MS } from '../../domain/delivery/retry-schedule.js';
import { closingMoment, opennessAt } from '../../domain/follow-up/window.js';
import { assertNever } from '../../shared/assert-never.js';
import { addMs } from '../../shared/dates.js';
import type { Repositories } from '../ports/database.js';
import type { DeliveryToSend } from '../ports/deliveries.js';
import type { FindOutcome, SendOutcome } from '../ports/message-channel.js';
import type { WorkerDependencies } from '../worker/dependencies.js';
import { type Claim, isStillWanted } from './prepare-delivery.js';

type Change = Parameters<Repositories['deliveries']['move']>[2];

/** Everything an outcome is recorded with. */
export interface Recording {
  deps: WorkerDependencies;
  repositories: Repositories;
  claim: Claim;
  delivery: DeliveryToSend;
}

/**
 * Records what became of a call, in one transaction and guarded by the lease: false when the lease was lost meanwhile, and then
 * nothing is changed (decisions.md 15–16, security.md D3.4–D3.7).
 */
export async function recordSent(recording: Recording, outcome: SendOutcome): Promise<boolean> {
  const { deps, delivery } = recording;
  const now = deps.clocks.protocol.now();
  switch (outcome.kind) {
    case 'sent':
      return finishSent(recording, outcome.externalId);
    case 'retry':
      return tryLater(recording, outcome.code, retryDelayMs(delivery.attempts, deps.random.fraction(), outcome.afterMs));
    case 'uncertain':
      return move(recording, { state: 'uncertain', lastErrorCode: outcome.code, nextAttemptAt: addMs(now, SETTLE_MS) });
    case 'person':
      return giveUpPerson(recording, outcome.code);
    case 'stop':
      return stop(recording, outcome.code, 'pending');
    default:
      return assertNever(outcome);
  }
}

/** Records what looking for an uncertain message gave: found → sent; absent → sent again when still wanted (decisions.md 16). */
export async function recordFound(recording: Recording, outcome: FindOutcome): Promise<boolean> {
  const { deps, delivery, repositories, claim } = recording;
  const now = deps.clocks.protocol.now();
  switch (outcome.kind) {
    case 'found':
      return finishSent(recording, outcome.externalId);
    case 'absent':
      if (!(await isStillWanted(deps, repositories, claim.id))) return move(recording, { state: 'cancelled' });
      if (delivery.attempts >= MAX_ATTEMPTS) return move(recording, { state: 'failed', lastErrorCode: delivery.lastErrorCode });
      return move(recording, { state: 'pending', nextAttemptAt: now });
    case 'unknown': {
      if (delivery.attempts >= MAX_ATTEMPTS) return move(recording, { state: 'failed', lastErrorCode: 'unsettled' });
      const nextAttemptAt = addMs(now, retryDelayMs(delivery.attempts, deps.random.fraction()));
      return move(recording, { state: 'uncertain', lastErrorCode: outcome.code, nextAttemptAt });
    }
    case 'stop':
      return stop(recording, outcome.code, 'uncertain');
    default:
      return assertNever(outcome);
  }
}

function move({ repositories, claim }: Recording, change: Change): Promise<boolean> {
  return repositories.deliveries.move(claim.id, claim.token, change);
}

/** The person is reached now: the windows that were not open yet open, and keep their length (decisions.md 8). */
async function finishSent(recording: Recording, externalId: string | null): Promise<boolean> {
  const { deps, repositories, claim } = recording;
  if (!(await move(recording, { state: 'sent', externalId, sentAt: deps.clocks.protocol.now(), lastErrorCode: null }))) return false;
  const now = deps.clocks.calendar.now();
  for (const id of await repositories.deliveries.listFollowUpIds(claim.id)) {
    const followUp = await repositories.followUps.find(id);
    if (!followUp || opennessAt(followUp, now) !== 'due') continue;
    await repositories.followUps.open(id, { openedAt: now, closesAt: closingMoment(followUp, now), reach: 'asked' });
  }
  return true;
}

async function tryLater(recording: Recording, code: string, delayMs: number): Promise<boolean> {
  const { deps, delivery } = recording;
  if (delivery.attempts >= MAX_ATTEMPTS) return move(recording, { state: 'failed', lastErrorCode: code });
  return move(recording, { state: 'pending', lastErrorCode: code, nextAttemptAt: addMs(deps.clocks.protocol.now(), delayMs) });
}

async function giveUpPerson(recording: Recording, code: string): Promise<boolean> {
  const { repositories, claim } = recording;
  if (!(await move(recording, { state: 'failed', lastErrorCode: code }))) return false;
  for (const id of await repositories.deliveries.listFollowUpIds(claim.id)) {
    const followUp = await repositories.followUps.find(id);
    if (followUp?.state === 'planned') await repositories.followUps.setReach(id, 'unreachable');
  }
  return true;
}

/** The whole platform waits until the connection is mended; the attempt does not count against the delivery. */
async function stop(recording: Recording, code: string, state: 'pending' | 'uncertain'): Promise<boolean> {
  const { deps, repositories, delivery } = recording;
  const now = deps.clocks.protocol.now();
  await repositories.platforms.setConnectionState(delivery.platformId, 'stopped', code, now);
  return move(recording, { state, lastErrorCode: code, nextAttemptAt: now, attempts: delivery.attempts - 1 });
}
