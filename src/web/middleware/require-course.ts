import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type Ability, may } from '../../domain/access/abilities.js';
import type { Enrolment } from '../../domain/course/course.js';
import { Forbidden, NotFound } from '../../shared/errors.js';
import type { ToolSession } from '../../usecases/ports/launches.js';
import { localsOf, sessionOf, viewerOf } from '../locals.js';
import type { WebServices } from '../services.js';
import { courseNav } from '../view-models/nav.js';

export const rowId = z.coerce.number().int().positive().max(2_147_483_647);

/**
 * Opens `/courses/:courseId/…` only to people of that course at the session's platform, with the role of their last launch there; an
 * administrator of the platform may open every course of it. Who teaches a course must have come from it within the life of a session,
 * because only a launch tells that they still do (A13). What is not theirs is "not found" (security.md A05).
 */
export function requireCourse(services: WebServices): RequestHandler {
  return async (req, res, next) => {
    const locals = localsOf(res);
    const session = sessionOf(res);
    const id = rowId.safeParse(req.params['courseId']);
    const course = id.success ? await services.data.read.people.findCourse(id.data) : null;
    if (!course || course.platformId !== session.platformId) throw new NotFound('course');
    const enrolment = await services.data.read.people.findEnrolment(session.personId, course.id);
    if (!session.isAdministrator && !(enrolment && isCurrent(enrolment, session))) throw new NotFound('course');
    locals.viewer = {
      personId: session.personId,
      platformId: session.platformId,
      courseId: course.id,
      role: enrolment?.role ?? 'instructor',
      isAdministrator: session.isAdministrator,
    };
    locals.course = { id: course.id, title: course.title };
    locals.nav = courseNav(locals.viewer, locals.t, req.originalUrl);
    next();
  };
}

/** A learner sees nothing there but what is their own; an instructor sees the course's, and so only where they still teach. */
function isCurrent({ role, courseId, lastSeenAt }: Enrolment, { courseId: launched, createdAt, expiresAt }: ToolSession): boolean {
  const life = expiresAt.getTime() - createdAt.getTime();
  return role === 'learner' || courseId === launched || lastSeenAt.getTime() > createdAt.getTime() - life;
}

/** Opens a route only to who may (abilities table). Comes after `requireCourse`. */
export function requireAbility(ability: Ability): RequestHandler {
  return (_req, res, next) => {
    if (!may(viewerOf(res), ability)) throw new Forbidden(ability);
    next();
  };
}
