import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';

/** How cookies of this installation look: on https `__Host-`, Secure, SameSite=None and Partitioned (security.md E); on http plain Lax. */
export interface Cookies {
  read(req: Request, name: string): string | null;
  write(res: Response, name: string, value: string, maxAgeMs: number): void;
  clear(res: Response, name: string): void;
}

export const SESSION_COOKIE = 'sid';

/** The cookies of an https or an http installation. */
export function createCookies(isSecure: boolean): Cookies {
  const full = (name: string): string => (isSecure ? `__Host-${name}` : name);
  const flags = isSecure
    ? ({ path: '/', httpOnly: true, secure: true, sameSite: 'none', partitioned: true } as const)
    : ({ path: '/', httpOnly: true, sameSite: 'lax' } as const);
  return {
    read: (req, name) => parseCookie(req.headers.cookie ?? '')[full(name)] ?? null,
    write: (res, name, value, maxAgeMs) => void res.cookie(full(name), value, { ...flags, maxAge: maxAgeMs }),
    clear: (res, name) => void res.clearCookie(full(name), flags),
  };
}
