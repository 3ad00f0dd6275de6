import { z } from 'zod';
import { parseUrl } from '../shared/parse-url.js';
import { LaunchRejected } from './reasons.js';

/** A third-party-initiated login (Security Framework 1.0 §5.1.1.1). */
export interface LoginRequest {
  issuer: string;
  loginHint: string;
  targetLinkUri: string;
  messageHint: string | null;
  clientId: string | null;
}

const loginRequest = z.object({
  iss: z.string().max(255).optional(),
  login_hint: z.string().max(2048).optional(),
  target_link_uri: z.string().max(2048).optional(),
  lti_message_hint: z.string().max(8192).optional(),
  client_id: z.string().max(255).optional(),
});

/** Reads the parameters of a login; each once, and not longer than anybody needs. Throws `LaunchRejected`. */
export function parseLoginRequest(parameters: unknown, publicUrl: string): LoginRequest {
  const parsed = loginRequest.safeParse(parameters);
  if (!parsed.success) throw new LaunchRejected('login-malformed', { fields: parsed.error.issues.map((issue) => issue.path.join('.')) });
  const { iss, login_hint: loginHint, target_link_uri: targetLinkUri, lti_message_hint: messageHint, client_id: clientId } = parsed.data;
  if (!iss) throw new LaunchRejected('issuer-missing');
  if (!loginHint) throw new LaunchRejected('login-hint-missing');
  if (!targetLinkUri) throw new LaunchRejected('target-missing');
  if (!isOwnAddress(targetLinkUri, publicUrl)) throw new LaunchRejected('target-foreign');
  return { issuer: iss, loginHint, targetLinkUri, messageHint: messageHint ?? null, clientId: clientId || null };
}

/** Whether an address is written as one of ours: our origin to the letter, then nothing or a path (security.md L10). */
function isOwnAddress(address: string, publicUrl: string): boolean {
  const { origin } = new URL(publicUrl);
  if (!/^[\x21-\x7e]+$/.test(address) || address.includes('\\')) return false;
  if (address !== origin && !address.startsWith(`${origin}/`) && !address.startsWith(`${origin}?`)) return false;
  return parseUrl(address)?.origin === origin;
}

/** Where a launch wants to go: the activity itself, or choosing content for a new one. Null: an address we do not offer for launches. */
export function targetOf(address: string, publicUrl: string): 'launch' | 'deep-link' | null {
  const base = new URL(publicUrl).pathname.replace(/\/$/, '');
  const path = new URL(address).pathname;
  if (path === `${base}/lti/deep-link`) return 'deep-link';
  return [base, `${base}/`, `${base}/lti/launch`].includes(path) ? 'launch' : null;
}
