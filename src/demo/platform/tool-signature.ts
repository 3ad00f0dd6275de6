import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import type { DemoPlatform } from './platform.js';

type KeySet = ReturnType<typeof createRemoteJWKSet>;
const keySets = new WeakMap<DemoPlatform, { uri: string; keys: KeySet }>();

/**
 * The claims of a JWT that the registered tool signed. Signature and times are checked, without leeway, as Moodle does; issuer and
 * audience are looked at by the caller.
 */
export async function verifyByTool(platform: DemoPlatform, token: string): Promise<JWTPayload> {
  const uri = platform.state.tool?.jwksUri;
  if (!uri) throw new Error('no tool is registered');
  let known = keySets.get(platform);
  if (known?.uri !== uri) {
    known = { uri, keys: createRemoteJWKSet(new URL(uri), { cooldownDuration: 0 }) };
    keySets.set(platform, known);
  }
  const { payload } = await jwtVerify(token, known.keys, { algorithms: ['RS256'], clockTolerance: 0, currentDate: platform.clock.now() });
  const now = platform.clock.now().getTime() / 1000;
  if (typeof payload.iat === 'number' && payload.iat > now) throw new Error('issued in the future');
  return payload;
}
