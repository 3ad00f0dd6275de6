import { type Secrets, sha256 } from '../../shared/secrets.js';

/** The values of one pending launch, all from one random handle, so that nothing usable need be stored (security.md B7, E). */
export interface OneTimeValues {
  state: string;
  nonce: string;
  /** Name of the cookie that binds the launch to a browser; one for each pending launch, so that tabs do not collide. */
  cookieName: string;
}

/** The values that belong to a handle. */
export function valuesOfHandle(secrets: Secrets, handle: string): OneTimeValues {
  return valuesOfState(secrets, secrets.mac('lti-state', handle));
}

/** The values that belong to a state, as it comes back at the launch. */
export function valuesOfState(secrets: Secrets, state: string): OneTimeValues {
  return { state, nonce: secrets.mac('lti-nonce', state), cookieName: `lti-${sha256(state).slice(0, 8)}` };
}
