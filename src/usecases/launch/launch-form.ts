import { z } from 'zod';
import { LaunchRejected } from '../../lti/reasons.js';

/** What a platform posts at the end of a login: a token, or why there is none (OpenID Connect Core §3.1.2.6). */
export type LaunchForm = { kind: 'token'; state: string; idToken: string } | { kind: 'error'; state: string; error: string };

const once = z.string().optional();
const launchForm = z.object({ id_token: once, state: once, error: once });

/** Reads the posted form; each field once (security.md P02–P07). Throws `LaunchRejected`. */
export function parseLaunchForm(form: unknown): LaunchForm {
  const parsed = launchForm.safeParse(form ?? {});
  if (!parsed.success) throw new LaunchRejected('parameter-repeated');
  const { id_token: idToken, state, error } = parsed.data;
  if (!state || state.length > 255) throw new LaunchRejected('state-missing');
  if (error !== undefined) return { kind: 'error', state, error: /^[\w.-]{1,64}$/.test(error) ? error : 'unreadable' };
  if (!idToken) throw new LaunchRejected('token-missing');
  return { kind: 'token', state, idToken };
}
