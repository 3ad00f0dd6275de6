import type { Response } from 'express';
import type { Viewer } from '../domain/access/abilities.js';
import type { Translate } from '../i18n/translator.js';
import type { Language } from '../shared/language.js';
import type { ToolSession } from '../usecases/ports/launches.js';
import type { NavItem } from './view-models/nav.js';

/** Everything a request carries besides its input; set by middleware, typed once. */
export interface Locals {
  requestId: string;
  language: Language;
  t: Translate;
  /** Set by `require-session`. */
  session?: ToolSession;
  csrfToken?: string;
  /** Set by `require-course`: who looks at which course. */
  viewer?: Viewer;
  course?: { id: number; title: string };
  nav?: NavItem[];
  /** Origins that may frame this page and that its forms may post to. */
  frameAncestors?: string[];
  formTargets?: string[];
}

/** The typed locals of a response. */
export function localsOf(res: Response): Locals {
  return res.locals as Locals;
}

/** The session of a request that passed `require-session`. */
export function sessionOf(res: Response): ToolSession {
  const { session } = localsOf(res);
  if (!session) throw new Error('route without require-session');
  return session;
}

/** The viewer of a request that passed `require-course`. */
export function viewerOf(res: Response): Viewer {
  const { viewer } = localsOf(res);
  if (!viewer) throw new Error('route without require-course');
  return viewer;
}
