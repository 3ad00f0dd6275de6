import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';

/** A signing key of ours. */
export interface SigningKey {
  kid: string;
  privateJwk: JWK;
}

/** Makes an RSA-2048 key pair, without blocking the process (security.md B14). The public half says its `kid`, `alg` and `use` (moodle §5.1). */
export async function makeToolKey(): Promise<{ kid: string; publicJwk: JWK; privateJwk: JWK }> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const kid = randomUUID();
  const names = { kid, alg: 'RS256', use: 'sig' };
  return { kid, publicJwk: { ...(await exportJWK(publicKey)), ...names }, privateJwk: { ...(await exportJWK(privateKey)), ...names } };
}

/** Seconds by which our tokens are back-dated: Moodle accepts no clock that is ahead of its own (security.md 0.4). */
const BACKDATED_SECONDS = 30;
const LIFE_SECONDS = 300;

/** Signs a token of ours: `iat` half a minute ago, five minutes to live, no `nbf`. */
export async function signToken(
  key: SigningKey,
  claims: Record<string, unknown> & { iss: string; aud: string },
  now: Date,
): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
    .setIssuedAt(seconds - BACKDATED_SECONDS)
    .setExpirationTime(seconds + LIFE_SECONDS)
    .sign(await importJWK(key.privateJwk, 'RS256'));
}
