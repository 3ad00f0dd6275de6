import { LEASE_MS, MAX_ATTEMPTS, retryDelayMs } from '../../domain/delivery/retry-schedule.js';
import { assertNever } from '../../shared/assert-never.js';
import { addMs, HOUR_MS } from '../../shared/dates.js';
import type { Repositories } from '../ports/database.js';
import type { ScorePosting } from '../ports/deliveries.js';
import type { ScoreOutcome } from '../ports/gradebook.js';
import type { Platform } from '../ports/platforms.js';
import type { WorkerDependencies } from '../worker/dependencies.js';
import { runLimited } from '../worker/run-limited.js';

const BATCH = 20;
const CONCURRENCY = 4;
const AT_MOST = 200;

type Change = Parameters<Repositories['deliveries']['moveScore']>[2];

/**
 * Reports finished intentions to the gradebook as 1 of 1 (decisions.md 29). Sending the same score twice is harmless, so a lease that
 * ran out is simply claimed again. Answers how many were sent.
 */
export function createSendPendingScores(deps: WorkerDependencies) {
  return async (signal: AbortSignal = new AbortController().signal): Promise<number> => {
    let sent = 0;
    for (let seen = 0; seen < AT_MOST && !signal.aborted; seen += BATCH) {
      const ids = await deps.data.read.deliveries.listClaimableScores(deps.clocks.protocol.now(), BATCH);
      await runLimited(ids, { concurrency: CONCURRENCY, signal }, async (id) => {
        try {
          if (await postOne(deps, id)) sent += 1;
        } catch (error) {
          deps.logger.error({ postingId: id, error: (error as Error).message }, 'a score could not be handled');
        }
      });
      if (ids.length < BATCH) break;
    }
    return sent;
  };
}

async function postOne(deps: WorkerDependencies, id: number): Promise<boolean> {
  const token = deps.random.token(16);
  const now = deps.clocks.protocol.now();
  const posting = await deps.data.write(({ deliveries }) => deliveries.claimScore(id, { token, until: addMs(now, LEASE_MS) }, now));
  if (!posting) return false;
  const outcome = await post(deps, posting);
  const change = changeFor(deps, posting, outcome);
  const isRecorded = await deps.data.write(({ deliveries }) => deliveries.moveScore(id, token, change));
  const fields = { postingId: id, outcome: outcome.kind, code: 'code' in outcome ? outcome.code : undefined };
  if (!isRecorded) deps.logger.warn(fields, 'the lease of a score was lost; its outcome was not recorded');
  else if (outcome.kind === 'stop') deps.logger.error(fields, 'scores cannot be sent to a platform');
  else deps.logger.info(fields, 'score');
  return outcome.kind === 'sent';
}

async function post({ data, clocks, gradebook }: WorkerDependencies, posting: ScorePosting): Promise<ScoreOutcome> {
  const { people, platforms } = data.read;
  const placement = await people.findPlacement(posting.placementId);
  const person = await people.findPerson(posting.personId);
  const platform: Platform | null = person ? await platforms.find(person.platformId) : null;
  if (!placement?.lineItemUrl || !person || !platform) return { kind: 'not-gradable', code: 'no-line-item' };
  if (posting.attempts > MAX_ATTEMPTS) return { kind: 'not-gradable', code: 'too-many-attempts' };
  return gradebook.postFullScore({ platform, lineItemUrl: placement.lineItemUrl, userId: person.sub, timestamp: clocks.protocol.now() });
}

function changeFor({ clocks, random }: WorkerDependencies, { attempts }: ScorePosting, outcome: ScoreOutcome): Change {
  const now = clocks.protocol.now();
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', sentAt: now, lastErrorCode: null };
    case 'not-gradable':
      return { state: 'failed', lastErrorCode: outcome.code };
    case 'retry':
      if (attempts >= MAX_ATTEMPTS) return { state: 'failed', lastErrorCode: outcome.code };
      return {
        state: 'pending',
        lastErrorCode: outcome.code,
        nextAttemptAt: addMs(now, retryDelayMs(attempts, random.fraction(), outcome.afterMs)),
      };
    case 'stop':
      // Nothing of this platform can work now: look again in an hour, without using an attempt.
      return { state: 'pending', lastErrorCode: outcome.code, nextAttemptAt: addMs(now, HOUR_MS), attempts: attempts - 1 };
    default:
      return assertNever(outcome);
  }
}
