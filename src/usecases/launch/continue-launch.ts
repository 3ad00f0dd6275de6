import { authorizationUrl } from '../../lti/authorization-url.js';
import { targetOf } from '../../lti/login-request.js';
import { LaunchRejected } from '../../lti/reasons.js';
import { sameText, sha256 } from '../../shared/secrets.js';
import { type LaunchDependencies, launchUrl, platformDetail } from './launch-dependencies.js';
import { valuesOfHandle } from './one-time-values.js';

/** Where in the browser the request comes from: `Sec-Fetch-Dest`, or unknown in older browsers. */
export type Surface = 'frame' | 'top' | 'unknown';

export interface ContinueLaunch {
  handle: string;
  surface: Surface;
  /** The person followed our own link into a new tab. */
  isNewTab: boolean;
  /** A page of another site sent the browser here (`Sec-Fetch-Site`). */
  isFromElsewhere: boolean;
  readCookie(name: string): string | null;
}

/** What the browser should do next. `in-frame-only`: choosing content must answer in this very frame (decisions.md 33). */
export type NextStep =
  | { kind: 'authorize'; url: string; cookie: { name: string; value: string; maxAgeMs: number } | null; origin: string }
  | { kind: 'new-tab'; origin: string }
  | { kind: 'in-frame-only'; origin: string };

/**
 * Decides, before the platform's authorization, whether cookies work here (security.md 0.2, E): they do, so go on; at top level a fresh
 * one is set; inside a frame that refuses them the launch continues in a new tab. Throws `LaunchRejected` for an unknown handle, and
 * where another site would bind its own launch to this browser, to post its own token here afterwards (login CSRF, security.md P15, L19).
 */
export function createContinueLaunch(deps: LaunchDependencies) {
  return async ({ handle, surface, isNewTab, isFromElsewhere, readCookie }: ContinueLaunch): Promise<NextStep> => {
    const now = deps.clocks.protocol.now();
    const pending = await deps.data.read.launches.findPendingByHandle(sha256(handle));
    if (!pending || pending.consumedAt || pending.expiresAt <= now) throw new LaunchRejected('handle-unknown');
    const platform = await deps.data.read.platforms.find(pending.platformId);
    if (!platform || platform.status === 'disabled') throw new LaunchRejected('handle-unknown');
    const { origin } = platformDetail(platform);
    const { state, nonce, cookieName } = valuesOfHandle(deps.secrets, handle);
    const { loginHint, messageHint } = pending;
    const url = authorizationUrl(platform, { redirectUri: launchUrl(deps.publicUrl), loginHint, messageHint, state, nonce });
    const bound = readCookie(cookieName);
    if (bound !== null && sameText(sha256(bound), pending.browserHash)) return { kind: 'authorize', url, cookie: null, origin };
    if (surface === 'top' && isFromElsewhere) throw new LaunchRejected('browser-mismatch', platformDetail(platform));
    if (surface === 'top' || (surface === 'unknown' && isNewTab)) {
      const value = deps.random.token();
      const isRebound = await deps.data.write(({ launches }) => launches.rebindPending(pending.id, sha256(value)));
      if (!isRebound) throw new LaunchRejected('handle-unknown');
      return { kind: 'authorize', url, origin, cookie: { name: cookieName, value, maxAgeMs: pending.expiresAt.getTime() - now.getTime() } };
    }
    return { kind: targetOf(pending.targetLinkUri, deps.publicUrl) === 'deep-link' ? 'in-frame-only' : 'new-tab', origin };
  };
}
