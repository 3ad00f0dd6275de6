import { z } from 'zod';
import type { Clock } from '../shared/clock.js';
import { MINUTE_MS, SECOND_MS } from '../shared/dates.js';
import { parseJson } from '../shared/parse-json.js';
import type { Random } from '../shared/random.js';
import { LmsCallFailed } from './errors.js';
import type { PlatformSettings } from './platform-settings.js';
import type { LmsHttp } from './ports.js';
import { type SigningKey, signToken } from './tool-keys.js';

/** Access tokens for the services of platforms, kept until a minute before they end. */
export interface ServiceTokens {
  get(platform: PlatformSettings, scopes: readonly string[]): Promise<string>;
  /** Forgets a token that a service did not accept. */
  forget(platform: PlatformSettings, scopes: readonly string[]): void;
}

const tokenAnswer = z.object({
  access_token: z.string().min(1).max(8192),
  expires_in: z.coerce.number().min(0).max(86_400).catch(3600),
  scope: z.string().max(8192).nullish(),
});

/**
 * Asks platforms for access tokens by client assertion (Security Framework 1.0 §4.1): no `nbf`, back-dated, five minutes, `aud` is the
 * token address (security.md 0.4). One question at a time for each platform and scopes. Failures are `LmsCallFailed`.
 */
export function createServiceTokens(parts: {
  http: LmsHttp;
  clock: Clock;
  random: Random;
  signingKey(): Promise<SigningKey>;
}): ServiceTokens {
  const kept = new Map<string, { token: string; until: number }>();
  const running = new Map<string, Promise<string>>();
  const ask = async (platform: PlatformSettings, scopes: readonly string[]): Promise<string> => {
    const answer = await parts.http.send({
      method: 'POST',
      url: platform.tokenEndpoint,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await assertionOf(platform),
        scope: scopes.join(' '),
      }).toString(),
    });
    if (answer.status === 400 || answer.status === 401 || answer.status === 403) throw new LmsCallFailed('token-refused');
    if (answer.status !== 200) throw new LmsCallFailed(`token-status-${answer.status}`);
    const parsed = tokenAnswer.safeParse(parseJson(answer.text));
    if (!parsed.success) throw new LmsCallFailed('token-malformed');
    // Moodle leaves out silently what was not allowed (moodle §5.1).
    const granted = parsed.data.scope?.split(' ');
    if (granted && !scopes.every((scope) => granted.includes(scope))) throw new LmsCallFailed('scope-not-granted');
    const until = parts.clock.now().getTime() + parsed.data.expires_in * SECOND_MS - MINUTE_MS;
    kept.set(keyOf(platform, scopes), { token: parsed.data.access_token, until });
    return parsed.data.access_token;
  };
  const assertionOf = async ({ clientId, tokenEndpoint }: PlatformSettings): Promise<string> =>
    signToken(
      await parts.signingKey(),
      { iss: clientId, sub: clientId, aud: tokenEndpoint, jti: parts.random.token(16) },
      parts.clock.now(),
    );
  return {
    async get(platform, scopes) {
      const key = keyOf(platform, scopes);
      const known = kept.get(key);
      if (known && parts.clock.now().getTime() < known.until) return known.token;
      const asking = running.get(key) ?? ask(platform, scopes).finally(() => running.delete(key));
      running.set(key, asking);
      return asking;
    },
    forget: (platform, scopes) => void kept.delete(keyOf(platform, scopes)),
  };
}

function keyOf({ id, clientId, tokenEndpoint }: PlatformSettings, scopes: readonly string[]): string {
  return [id, clientId, tokenEndpoint, ...scopes].join(' ');
}
