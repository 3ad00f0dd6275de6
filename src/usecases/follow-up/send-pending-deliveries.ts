import { LEASE_MS, SETTLE_MS } from '../../domain/delivery/retry-schedule.js';
import { addMs } from '../../shared/dates.js';
import type { FindOutcome, SendOutcome } from '../ports/message-channel.js';
import type { WorkerDependencies } from '../worker/dependencies.js';
import { runLimited } from '../worker/run-limited.js';
import { type Breaker, createBreaker } from './breaker.js';
import { type Claim, prepareDelivery } from './prepare-delivery.js';
import { type Recording, recordFound, recordSent } from './record-outcome.js';

const BATCH = 40;
const CONCURRENCY = 8;
/** At most this many in one run; the rest comes with the next tick (security.md D3.2). */
const AT_MOST = 400;

/** What a run did, by outcome; for the log and for tests. */
export type SendCounts = Record<string, number>;

/**
 * Sends what is due: claims deliveries (plain select, one guarded update each), notes `sending`, calls the LMS outside any
 * transaction, and records the outcome. A crash at any point leaves a lease that runs out: before the call it is claimed again,
 * during the call it becomes `uncertain` and is looked for before it is sent again (decisions.md 16). One failing delivery does not
 * stop the others, a platform that fails again and again is left alone for the rest of the run, and once `signal` aborts what was
 * not begun goes back.
 */
export function createSendPendingDeliveries(deps: WorkerDependencies) {
  return async (signal: AbortSignal = new AbortController().signal): Promise<SendCounts> => {
    const counts: SendCounts = {};
    const breaker = createBreaker();
    await recoverInterrupted(deps, counts);
    for (let seen = 0; seen < AT_MOST && !signal.aborted; seen += BATCH) {
      const claims = await claimBatch(deps);
      const left = await runLimited(claims.won, { concurrency: CONCURRENCY, signal }, (claim) => handle(deps, { claim, counts, breaker }));
      for (const claim of left) await release(deps, claim);
      if (claims.tried < BATCH) break;
    }
    return counts;
  };
}

async function recoverInterrupted(deps: WorkerDependencies, counts: SendCounts): Promise<void> {
  const now = deps.clocks.protocol.now();
  const ids = await deps.data.read.deliveries.listInterrupted(now, AT_MOST);
  for (const id of ids) {
    const isMarked = await deps.data.write(async ({ deliveries }) => {
      const delivery = await deliveries.find(id);
      return delivery ? deliveries.markInterrupted(id, addMs(delivery.sendingSince ?? now, SETTLE_MS), now) : false;
    });
    if (isMarked) count(counts, 'interrupted');
  }
}

async function claimBatch(deps: WorkerDependencies): Promise<{ tried: number; won: Claim[] }> {
  const now = deps.clocks.protocol.now();
  const token = deps.random.token(16);
  const ids = await deps.data.read.deliveries.listClaimable(now, BATCH);
  if (ids.length === 0) return { tried: 0, won: [] };
  const won = await deps.data.write(async ({ deliveries }) => {
    const claims: Claim[] = [];
    for (const id of ids) if (await deliveries.claim(id, { token, until: addMs(now, LEASE_MS) }, now)) claims.push({ id, token });
    return claims;
  });
  return { tried: ids.length, won };
}

/** Never throws: what goes wrong on our side is logged, and the lease brings the delivery back. */
async function handle(
  deps: WorkerDependencies,
  { claim, counts, breaker }: { claim: Claim; counts: SendCounts; breaker: Breaker },
): Promise<void> {
  try {
    const prepared = await deps.data.write((repositories) => prepareDelivery(deps, repositories, { ...claim, breaker }));
    if (prepared.kind === 'done') return count(counts, 'not-sent');
    const { delivery, message } = prepared;
    if (prepared.kind === 'send') {
      const outcome = await deps.channel.send(message).catch((error: unknown) => unexpected(deps, claim, error));
      breaker.note(delivery.platformId, outcome, deps.clocks.protocol.now());
      await record(deps, { claim, delivery, outcome }, (recording) => recordSent(recording, outcome));
      return count(counts, outcome.kind);
    }
    const outcome = await deps.channel.find(message, delivery.sendingSince ?? delivery.nextAttemptAt);
    await record(deps, { claim, delivery, outcome }, (recording) => recordFound(recording, outcome));
    count(counts, outcome.kind);
  } catch (error) {
    deps.logger.error({ deliveryId: claim.id, error: (error as Error).message }, 'a delivery could not be handled');
    count(counts, 'error');
  }
}

async function record(
  deps: WorkerDependencies,
  { claim, delivery, outcome }: Pick<Recording, 'claim' | 'delivery'> & { outcome: SendOutcome | FindOutcome },
  work: (recording: Recording) => Promise<boolean>,
): Promise<void> {
  const isRecorded = await deps.data.write((repositories) => work({ deps, repositories, claim, delivery }));
  const fields = { deliveryId: claim.id, outcome: outcome.kind, code: 'code' in outcome ? outcome.code : undefined };
  if (!isRecorded) deps.logger.warn(fields, 'the lease of a delivery was lost; its outcome was not recorded');
  else if (outcome.kind === 'stop') deps.logger.error({ ...fields, platformId: delivery.platformId }, 'sending stopped for a platform');
  else deps.logger.info(fields, 'delivery');
}

/** A channel that throws is a fault of ours; whether the message left is not known. */
function unexpected(deps: WorkerDependencies, claim: Claim, error: unknown): SendOutcome {
  deps.logger.error({ deliveryId: claim.id, error: (error as Error).message }, 'the message channel threw');
  return { kind: 'uncertain', code: 'internal' };
}

/** Gives a claim back that was not begun; the attempt does not count. */
async function release(deps: WorkerDependencies, claim: Claim): Promise<void> {
  await deps.data.write(async ({ deliveries }) => {
    const delivery = await deliveries.find(claim.id);
    if (!delivery) return;
    const state = delivery.state === 'uncertain' ? 'uncertain' : 'pending';
    await deliveries.move(claim.id, claim.token, { state, attempts: delivery.attempts - 1 });
  });
}

function count(counts: SendCounts, kind: string): void {
  counts[kind] = (counts[kind] ?? 0) + 1;
}
