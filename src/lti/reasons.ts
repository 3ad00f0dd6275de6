import { AppError, type ErrorKind } from '../shared/errors.js';

/**
 * Every reason why a login or launch is refused (security.md C2, C3), with the page the person sees and what kind of refusal it is.
 * `launch-setup`: this tool and that site do not know each other; `launch-relaunch`: opening the activity again helps;
 * `launch-lms`: the site sent something we cannot trust; `launch-denied`: not for this person.
 */
const REASONS = {
  'issuer-missing': ['launch-setup', 'invalid'],
  'platform-unknown': ['launch-setup', 'not-found'],
  'client-unknown': ['launch-setup', 'not-found'],
  'client-needed': ['launch-setup', 'invalid'],
  'platform-disabled': ['launch-denied', 'forbidden'],
  'platform-insecure': ['launch-setup', 'forbidden'],
  'login-malformed': ['launch-lms', 'invalid'],
  'login-hint-missing': ['launch-lms', 'invalid'],
  'target-missing': ['launch-lms', 'invalid'],
  'target-foreign': ['launch-lms', 'invalid'],
  'handle-unknown': ['launch-relaunch', 'invalid'],
  'state-missing': ['launch-relaunch', 'invalid'],
  'state-unknown': ['launch-relaunch', 'invalid'],
  'state-expired': ['launch-relaunch', 'invalid'],
  'state-used': ['launch-relaunch', 'invalid'],
  'browser-mismatch': ['launch-relaunch', 'invalid'],
  'token-missing': ['launch-relaunch', 'invalid'],
  'parameter-repeated': ['launch-lms', 'invalid'],
  'platform-refused': ['launch-denied', 'forbidden'],
  'token-malformed': ['launch-lms', 'unauthenticated'],
  'token-header': ['launch-lms', 'unauthenticated'],
  'token-algorithm': ['launch-lms', 'unauthenticated'],
  'key-missing': ['launch-lms', 'unauthenticated'],
  'key-unknown': ['launch-lms', 'unauthenticated'],
  signature: ['launch-lms', 'unauthenticated'],
  issuer: ['launch-lms', 'unauthenticated'],
  audience: ['launch-lms', 'unauthenticated'],
  'authorized-party': ['launch-lms', 'unauthenticated'],
  nonce: ['launch-lms', 'unauthenticated'],
  expired: ['launch-relaunch', 'unauthenticated'],
  'not-yet-valid': ['launch-lms', 'unauthenticated'],
  'issued-in-future': ['launch-lms', 'unauthenticated'],
  'issued-long-ago': ['launch-relaunch', 'unauthenticated'],
  'lives-too-long': ['launch-lms', 'unauthenticated'],
  'sub-missing': ['launch-anonymous', 'unauthenticated'],
  'claims-too-many': ['launch-lms', 'unauthenticated'],
  version: ['launch-lms', 'unauthenticated'],
  'message-type-missing': ['launch-lms', 'unauthenticated'],
  'message-type-unknown': ['launch-not-offered', 'invalid'],
  claims: ['launch-lms', 'unauthenticated'],
  'target-mismatch': ['launch-lms', 'unauthenticated'],
  'target-not-offered': ['launch-denied', 'forbidden'],
  'deployment-unknown': ['launch-setup', 'forbidden'],
  'return-url-foreign': ['launch-lms', 'unauthenticated'],
  'deep-linking-by-learner': ['launch-denied', 'forbidden'],
  'keys-unreachable': ['launch-later', 'unavailable'],
} as const satisfies Record<string, readonly [string, ErrorKind]>;

export type LaunchReason = keyof typeof REASONS;

/** A refused login or launch. `detail` goes to the log and holds no token, name or e-mail. */
export class LaunchRejected extends AppError {
  readonly reason: LaunchReason;
  constructor(reason: LaunchReason, detail: Record<string, unknown> = {}, cause?: unknown) {
    const [code, kind] = REASONS[reason];
    super(code, kind, { reason, ...detail }, cause);
    this.reason = reason;
  }
}
