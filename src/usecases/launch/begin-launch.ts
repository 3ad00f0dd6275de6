import { type LoginRequest, parseLoginRequest } from '../../lti/login-request.js';
import { LaunchRejected } from '../../lti/reasons.js';
import { addMs, MINUTE_MS } from '../../shared/dates.js';
import { sha256 } from '../../shared/secrets.js';
import type { Platform } from '../ports/platforms.js';
import { type LaunchDependencies, platformDetail } from './launch-dependencies.js';
import { valuesOfHandle } from './one-time-values.js';

/** A launch that waits for the platform's answer. */
export interface BegunLaunch {
  /** One-time name of the pending launch, for our own next address. */
  handle: string;
  cookie: { name: string; value: string; maxAgeMs: number };
}

/**
 * Begins a launch from the parameters of `/lti/login` (architecture.md flow (a) 1–2): finds the platform, and remembers only hashes of
 * what must come back. Throws `LaunchRejected`; then nothing is stored.
 */
export function createBeginLaunch(deps: LaunchDependencies) {
  return async (parameters: unknown): Promise<BegunLaunch> => {
    const request = parseLoginRequest(parameters, deps.publicUrl);
    const platform = await findPlatform(deps, request);
    const handle = deps.random.token();
    const browser = deps.random.token();
    const { state, cookieName } = valuesOfHandle(deps.secrets, handle);
    const createdAt = deps.clocks.protocol.now();
    const maxAgeMs = deps.settings.pendingLaunchMinutes * MINUTE_MS;
    await deps.data.write(({ launches }) =>
      launches.addPending({
        handleHash: sha256(handle),
        stateHash: sha256(state),
        browserHash: sha256(browser),
        platformId: platform.id,
        targetLinkUri: request.targetLinkUri,
        loginHint: request.loginHint,
        messageHint: request.messageHint,
        createdAt,
        expiresAt: addMs(createdAt, maxAgeMs),
      }),
    );
    return { handle, cookie: { name: cookieName, value: browser, maxAgeMs } };
  };
}

async function findPlatform({ data, settings }: LaunchDependencies, { issuer, clientId }: LoginRequest): Promise<Platform> {
  const known = await data.read.platforms.listByIssuer(issuer);
  const issuerHash = sha256(issuer).slice(0, 16);
  if (known.length === 0) throw new LaunchRejected('platform-unknown', { issuerHash });
  if (clientId === null && known.length > 1) throw new LaunchRejected('client-needed', { issuerHash });
  const platform = clientId === null ? known[0] : known.find((candidate) => candidate.clientId === clientId);
  if (!platform) throw new LaunchRejected('client-unknown', { issuerHash });
  if (platform.status === 'disabled') throw new LaunchRejected('platform-disabled', platformDetail(platform));
  if (!settings.allowInsecurePlatforms && !platform.authorizationEndpoint.startsWith('https:')) {
    throw new LaunchRejected('platform-insecure', platformDetail(platform));
  }
  return platform;
}
