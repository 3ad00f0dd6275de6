import { randomBytes } from 'node:crypto';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { DemoPlatform, DemoSession } from './platform.js';

const COOKIE = 'DemoSession';

/** Whether the browser sent a session of this LMS along. */
export function hasSessionCookie(req: Request): boolean {
  return parseCookie(req.headers.cookie ?? '')[COOKIE] !== undefined;
}

/**
 * The session of a browser, made when there is none. The cookie looks as Moodle's does: without SameSite on http (browsers take Lax),
 * None and Secure on https (moodle §2).
 */
export function sessionOf(platform: DemoPlatform, req: Request, res: Response): DemoSession {
  const known = platform.sessions.get(parseCookie(req.headers.cookie ?? '')[COOKIE] ?? '');
  if (known) return known;
  const session: DemoSession = {
    id: randomBytes(18).toString('base64url'),
    personId: null,
    sesskey: randomBytes(8).toString('base64url').replace(/[-_]/g, 'x'),
    language: /^nl/i.test(req.headers['accept-language'] ?? '') ? 'nl' : 'en',
  };
  platform.sessions.set(session.id, session);
  const isSecure = platform.issuer.startsWith('https:');
  res.cookie(COOKIE, session.id, { path: '/', httpOnly: true, ...(isSecure ? { secure: true, sameSite: 'none' as const } : {}) });
  return session;
}
