import { clockSkew, clockTolerance, customFetch, implicitAuthentication, setJwksCache } from 'openid-client';
import { type Clock, systemClock } from '../shared/clock.js';
import { SECOND_MS } from '../shared/dates.js';
import { parseJson } from '../shared/parse-json.js';
import { configurationOf } from './authorization-url.js';
import { LmsCallFailed } from './errors.js';
import type { PlatformKeys, PublicKey } from './platform-keys.js';
import type { PlatformSettings } from './platform-settings.js';
import { type LaunchReason, LaunchRejected } from './reasons.js';

export interface TokenExpectations {
  state: string;
  nonce: string;
}
export interface TokenVerifier {
  keys: PlatformKeys;
  clock: Clock;
  clockToleranceSeconds: number;
}
export type TokenPayload = Record<string, unknown> & { iat: number; exp: number };

const LONGEST_TOKEN = 48 * 1024;
const OLDEST_SECONDS = 600;
const LONGEST_LIFE_SECONDS = 3600;
/** Headers that point to keys elsewhere or change how a token is read; none has a place in a launch. */
const STRANGE_HEADERS = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'b64', 'zip', 'enc'];

/**
 * Verifies an id_token: signature by the platform's own keys, issuer, audience, nonce and times by openid-client, and the checks it
 * leaves to us (security.md A4 1–6, 12, 13). Answers the payload; throws `LaunchRejected`.
 */
export async function verifyIdToken(
  verifier: TokenVerifier,
  platform: PlatformSettings,
  idToken: string,
  expected: TokenExpectations,
): Promise<TokenPayload> {
  const { kid } = checkShape(idToken);
  const keys = await keysFor(verifier.keys, platform, kid);
  const payload = await checkSignatureAndClaims(verifier, platform, { idToken, keys, kid, expected });
  checkAudience(payload, platform);
  checkTimes(payload, verifier);
  return payload;
}

function checkShape(idToken: string): { kid: string } {
  const parts = idToken.split('.');
  if (idToken.length > LONGEST_TOKEN || parts.length !== 3 || !parts.every((part) => /^[\w-]+$/.test(part))) {
    throw new LaunchRejected('token-malformed');
  }
  const header = decode(parts[0]);
  const payload = decode(parts[1]);
  if (!header || !payload) throw new LaunchRejected('token-malformed');
  if (header['alg'] !== 'RS256') throw new LaunchRejected('token-algorithm');
  if (STRANGE_HEADERS.some((name) => name in header)) throw new LaunchRejected('token-header');
  const { kid } = header;
  if (typeof kid !== 'string' || kid === '' || kid.length > 255) throw new LaunchRejected('key-missing');
  if (payload['sub'] === undefined || payload['sub'] === null || payload['sub'] === '') throw new LaunchRejected('sub-missing');
  if (Object.keys(payload).length > 200 || depthOf(payload) > 20) throw new LaunchRejected('claims-too-many');
  return { kid };
}

function decode(part = ''): Record<string, unknown> | null {
  const value = parseJson(Buffer.from(part, 'base64url').toString('utf8'));
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

function depthOf(value: unknown): number {
  let level: unknown[] = [value];
  let depth = 0;
  while (level.length > 0 && depth <= 20) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    depth += 1;
  }
  return depth;
}

async function keysFor(keys: PlatformKeys, platform: PlatformSettings, kid: string): Promise<readonly PublicKey[]> {
  try {
    const known = await keys.get(platform);
    if (known.some((key) => key.kid === kid)) return known;
    const renewed = await keys.renew(platform);
    if (renewed?.some((key) => key.kid === kid)) return renewed;
  } catch (error) {
    if (error instanceof LmsCallFailed) throw new LaunchRejected('keys-unreachable', { lms: error.reason }, error);
    throw error;
  }
  throw new LaunchRejected('key-unknown', { kid: kid.slice(0, 64) });
}

async function checkSignatureAndClaims(
  { clock, clockToleranceSeconds }: TokenVerifier,
  platform: PlatformSettings,
  given: { idToken: string; keys: readonly PublicKey[]; kid: string; expected: TokenExpectations },
): Promise<TokenPayload> {
  // openid-client reads the machine's own time; the clock we were given may stand elsewhere.
  const ahead = Math.round((clock.now().getTime() - systemClock.now().getTime()) / SECOND_MS);
  const configuration = configurationOf(platform, { [clockTolerance]: clockToleranceSeconds, [clockSkew]: ahead });
  configuration[customFetch] = () => Promise.reject(new Error('nothing is fetched while verifying'));
  const keys = given.keys.filter((key) => key.kid === given.kid);
  setJwksCache(configuration, { jwks: { keys } as never, uat: Math.floor(systemClock.now().getTime() / SECOND_MS) });
  const form = new URLSearchParams({ id_token: given.idToken, state: given.expected.state });
  const request = new Request('https://tool.invalid/', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
  try {
    const { nonce, state } = given.expected;
    return (await implicitAuthentication(configuration, request, nonce, { expectedState: state })) as TokenPayload;
  } catch (error) {
    throw new LaunchRejected(reasonOf(error), {}, error);
  }
}

/** openid-client's stable codes as our reasons (security.md A2, last row). */
function reasonOf(error: unknown): LaunchReason {
  const { code, cause } = error as { code?: string; cause?: { code?: string; cause?: { claim?: string }; claim?: string } };
  const claim = cause?.claim ?? cause?.cause?.claim;
  switch (code) {
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED':
      if (claim === 'iss') return 'issuer';
      if (claim === 'aud' || claim === 'azp') return 'audience';
      return claim === 'nonce' ? 'nonce' : 'token-malformed';
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return claim === 'nbf' ? 'not-yet-valid' : 'expired';
    case 'OAUTH_KEY_SELECTION_FAILED':
      return 'key-unknown';
    case 'OAUTH_INVALID_RESPONSE':
      return /signature/i.test(cause instanceof Error ? `${(error as Error).message} ${cause.message}` : (error as Error).message)
        ? 'signature'
        : 'token-malformed';
    default:
      return 'token-malformed';
  }
}

function checkAudience(payload: TokenPayload, { clientId }: PlatformSettings): void {
  const { aud, azp } = payload;
  // Nobody else is trusted to receive launches meant for us (Security Framework 1.0 §5.1.3, rules 3 and 4).
  if (Array.isArray(aud) && aud.length !== 1) throw new LaunchRejected('audience');
  if (azp !== undefined && azp !== clientId) throw new LaunchRejected('authorized-party');
}

function checkTimes({ iat, exp }: TokenPayload, { clock, clockToleranceSeconds }: TokenVerifier): void {
  const now = clock.now().getTime() / SECOND_MS;
  if (!Number.isFinite(iat) || !Number.isFinite(exp)) throw new LaunchRejected('token-malformed');
  if (iat > now + clockToleranceSeconds) throw new LaunchRejected('issued-in-future', { skewSeconds: Math.round(iat - now) });
  if (iat < now - OLDEST_SECONDS) throw new LaunchRejected('issued-long-ago', { ageSeconds: Math.round(now - iat) });
  if (exp - iat > LONGEST_LIFE_SECONDS) throw new LaunchRejected('lives-too-long');
}
