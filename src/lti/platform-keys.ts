import { z } from 'zod';
import type { Clock } from '../shared/clock.js';
import { MINUTE_MS, SECOND_MS } from '../shared/dates.js';
import { parseJson } from '../shared/parse-json.js';
import { LmsCallFailed } from './errors.js';
import type { PlatformSettings } from './platform-settings.js';
import type { LmsHttp } from './ports.js';

/** A public RSA key of a platform. */
export type PublicKey = Record<string, unknown> & { kid: string };

/** The public keys of platforms, kept for five minutes. */
export interface PlatformKeys {
  /** The known keys, fetched when there are none or they are old. */
  get(platform: PlatformSettings): Promise<readonly PublicKey[]>;
  /** The keys fetched anew, for a key id we do not know; null when that was done in the last ten seconds (security.md 0.8). */
  renew(platform: PlatformSettings): Promise<readonly PublicKey[] | null>;
}

const FRESH_MS = 5 * MINUTE_MS;
const RENEW_MS = 10 * SECOND_MS;
const keySet = z.object({ keys: z.array(z.record(z.string(), z.unknown())).min(1).max(500) });

/** Only what may sign launches: RSA, for signatures, RS256, with an id and without a private half (security.md K05). */
function isUsable(key: Record<string, unknown>): key is PublicKey {
  if (key['kty'] !== 'RSA' || 'd' in key || typeof key['kid'] !== 'string') return false;
  return (key['use'] === undefined || key['use'] === 'sig') && (key['alg'] === undefined || key['alg'] === 'RS256');
}

/** Fetches and keeps platforms' keys: one fetch at a time for each platform, however many launches wait for it. */
export function createPlatformKeys(http: LmsHttp, clock: Clock): PlatformKeys {
  const kept = new Map<string, { keys: readonly PublicKey[]; at: number }>();
  const running = new Map<string, Promise<readonly PublicKey[]>>();
  const renewedAt = new Map<string, number>();

  const download = async (uri: string): Promise<readonly PublicKey[]> => {
    const answer = await http.send({ method: 'GET', url: uri });
    if (answer.status !== 200) throw new LmsCallFailed(`keys-status-${answer.status}`);
    const parsed = keySet.safeParse(parseJson(answer.text));
    if (!parsed.success) throw new LmsCallFailed('keys-malformed');
    const keys = parsed.data.keys.filter(isUsable);
    kept.set(uri, { keys, at: clock.now().getTime() });
    return keys;
  };
  const fetchOnce = (uri: string): Promise<readonly PublicKey[]> => {
    const known = running.get(uri);
    if (known) return known;
    const started = download(uri).finally(() => running.delete(uri));
    running.set(uri, started);
    return started;
  };
  return {
    async get({ jwksUri }) {
      const known = kept.get(jwksUri);
      if (known && clock.now().getTime() - known.at < FRESH_MS) return known.keys;
      return fetchOnce(jwksUri);
    },
    async renew({ jwksUri }) {
      const known = running.get(jwksUri);
      if (known) return known;
      const now = clock.now().getTime();
      if (now - (renewedAt.get(jwksUri) ?? Number.NEGATIVE_INFINITY) < RENEW_MS) return null;
      renewedAt.set(jwksUri, now);
      return fetchOnce(jwksUri);
    },
  };
}
