import type { RequestHandler } from 'express';
import { translator } from '../../i18n/translator.js';
import { AppError } from '../../shared/errors.js';
import { sameText, sha256 } from '../../shared/secrets.js';
import { localsOf } from '../locals.js';
import type { WebServices } from '../services.js';
import { createCookies, SESSION_COOKIE } from '../session-cookie.js';

/**
 * Opens the way only with a live tool session; its language and its platform's origin then hold for the page. The form token is
 * bound to the person, so that a form of one person is refused in the session of the next (security.md B8, A08).
 */
export function requireSession(services: WebServices): RequestHandler {
  const cookies = createCookies(services.isSecure);
  return async (req, res, next) => {
    const locals = localsOf(res);
    if (locals.session) return next();
    const token = cookies.read(req, SESSION_COOKIE);
    const session = token ? await services.data.read.launches.findSession(sha256(token), services.clocks.protocol.now()) : null;
    const platform = session ? await services.data.read.platforms.find(session.platformId) : null;
    if (!session || !platform || platform.status === 'disabled') throw new AppError('unauthenticated', 'unauthenticated');
    locals.session = session;
    locals.language = session.language;
    locals.t = translator(session.language);
    locals.csrfToken = services.secrets.mac('csrf', `${session.platformId}:${session.personId}`);
    locals.frameAncestors = [new URL(platform.issuer).origin];
    next();
  };
}

/**
 * Lets a POST pass only from our own pages: same origin by `Origin` or `Sec-Fetch-Site`, and with the token of the session
 * (security.md A08, A09). Comes after `requireSession` and the body parser.
 */
export function requireFormToken(services: WebServices): RequestHandler {
  const origin = new URL(services.publicUrl).origin;
  return (req, res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD') return next();
    if (!req.is('application/x-www-form-urlencoded')) throw new AppError('unsupported', 'unsupported');
    const { origin: from } = req.headers;
    // A browser writes `null` where a page's referrer policy hides its origin; `Sec-Fetch-Site` cannot be forged by a page.
    const sameOrigin = from === origin || ((from === undefined || from === 'null') && req.headers['sec-fetch-site'] === 'same-origin');
    const given: unknown = req.body?.csrf;
    const { csrfToken } = localsOf(res);
    if (!sameOrigin || typeof given !== 'string' || !csrfToken || !sameText(given, csrfToken)) {
      throw new AppError('csrf', 'forbidden', { sameOrigin });
    }
    next();
  };
}
