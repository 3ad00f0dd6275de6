import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { localsOf } from '../locals.js';

/**
 * Headers of every page (security.md A21): framing only by the platform of this session, forms only to ourselves and where the page
 * says so, scripts and styles only our own files, nothing cached. helmet's defaults that break LTI are off.
 */
export function securityHeaders(): RequestHandler {
  const headers = helmet({
    frameguard: false,
    contentSecurityPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
    crossOriginEmbedderPolicy: false,
    // Under `no-referrer` browsers send `Origin: null` with our own forms, and each of them would be refused (security.md A08).
    referrerPolicy: { policy: 'same-origin' },
  });
  return (req, res, next) => {
    headers(req, res, () => {
      res.set('Cache-Control', 'no-store');
      const send = res.send.bind(res);
      // The policy depends on what the route learned about its platform, so it is written last.
      res.send = (body) => {
        if (!res.headersSent) res.set('Content-Security-Policy', policyOf(res));
        return send(body);
      };
      next();
    });
  };
}

function policyOf(res: Parameters<RequestHandler>[1]): string {
  const { frameAncestors, formTargets } = localsOf(res);
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    `form-action ${["'self'", ...(formTargets ?? [])].join(' ')}`,
    `frame-ancestors ${frameAncestors?.length ? ["'self'", ...frameAncestors].join(' ') : '*'}`,
  ].join('; ');
}
