import { LaunchRejected } from '../../lti/reasons.js';
import { readLaunch, type VerifiedLaunch } from '../../lti/verified-launch.js';
import { verifyIdToken } from '../../lti/verify-id-token.js';
import { AppError } from '../../shared/errors.js';
import { sameText, sha256 } from '../../shared/secrets.js';
import type { PendingLaunch } from '../ports/launches.js';
import type { Platform } from '../ports/platforms.js';
import { type LaunchDependencies, platformDetail } from './launch-dependencies.js';
import { type LaunchForm, parseLaunchForm } from './launch-form.js';
import { noticeHints } from './notice-hints.js';
import { valuesOfState } from './one-time-values.js';
import { type StoredLaunch, storeLaunch } from './store-launch.js';

export interface CompleteLaunch {
  /** The posted form, unparsed. */
  form: unknown;
  readCookie(name: string): string | null;
  /** The session cookie this browser already has. */
  previousToken: string | null;
}

/** Where a launch leads, and the session that goes with it. `no-course`: nothing was stored, a launch needs a course. */
export type LaunchOutcome =
  | { kind: 'no-course'; language: VerifiedLaunch['language']; origin: string; cookieName: string }
  | (StoredLaunch & { cookieName: string });

/**
 * Completes a launch (architecture.md flow (a) 4–6): the browser that began it, the platform's own signature, every claim; then, in one
 * transaction, the pending launch is used up and the person's session made. Throws `LaunchRejected`; then nothing is stored.
 */
export function createCompleteLaunch(deps: LaunchDependencies) {
  return async ({ form, readCookie, previousToken }: CompleteLaunch): Promise<LaunchOutcome> => {
    const answer = parseLaunchForm(form);
    const { pending, platform, nonce, cookieName } = await findPending(deps, answer, readCookie);
    const about = platformDetail(platform);
    if (answer.kind === 'error') {
      await deps.data.write(({ launches }) => launches.consumePending(pending.id, deps.clocks.protocol.now()));
      throw new LaunchRejected('platform-refused', { ...about, error: answer.error });
    }
    if (platform.status === 'disabled') throw new LaunchRejected('platform-disabled', about);
    return explained(about, async (explain) => {
      const verifier = {
        keys: deps.platformKeys,
        clock: deps.clocks.protocol,
        clockToleranceSeconds: deps.settings.clockToleranceSeconds,
      };
      const payload = await verifyIdToken(verifier, platform, answer.idToken, { state: answer.state, nonce });
      const launch = readLaunch(payload, platform, { target: pending.targetLinkUri, publicUrl: deps.publicUrl });
      explain({ language: launch.language });
      if (launch.deepLinking && launch.role !== 'instructor') throw new LaunchRejected('deep-linking-by-learner');
      if (!launch.course && (launch.deepLinking || !launch.isAdministrator)) {
        return { kind: 'no-course', language: launch.language, origin: about.origin, cookieName };
      }
      const stored = await storeLaunch(deps, { pending, platform, launch, previousToken });
      await noticeHints(deps, platform, launch, stored);
      return { ...stored, cookieName };
    });
  };
}

/** The pending launch of a state, in the browser that began it. */
async function findPending(
  deps: LaunchDependencies,
  { state }: LaunchForm,
  readCookie: (name: string) => string | null,
): Promise<{ pending: PendingLaunch; platform: Platform; nonce: string; cookieName: string }> {
  const pending = await deps.data.read.launches.findPendingByState(sha256(state));
  const platform = pending ? await deps.data.read.platforms.find(pending.platformId) : null;
  if (!pending || !platform) throw new LaunchRejected('state-unknown');
  const about = platformDetail(platform);
  if (pending.consumedAt) throw new LaunchRejected('state-used', about);
  if (pending.expiresAt <= deps.clocks.protocol.now()) throw new LaunchRejected('state-expired', about);
  const { nonce, cookieName } = valuesOfState(deps.secrets, state);
  const bound = readCookie(cookieName);
  if (bound === null || !sameText(sha256(bound), pending.browserHash)) throw new LaunchRejected('browser-mismatch', about);
  return { pending, platform, nonce, cookieName };
}

/** Adds what is known of the platform and the person's language to a refusal inside `work`. */
async function explained<Result>(
  detail: Record<string, unknown>,
  work: (explain: (more: Record<string, unknown>) => void) => Promise<Result>,
): Promise<Result> {
  const known = { ...detail };
  try {
    return await work((more) => Object.assign(known, more));
  } catch (error) {
    if (error instanceof AppError) Object.assign(error.detail, known);
    throw error;
  }
}
