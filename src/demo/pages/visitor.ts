import type { Request, Response } from 'express';
import { type DemoPlatform, findPerson } from '../platform/platform.js';
import { PageRefusal } from '../platform/refusals.js';
import { sessionOf } from '../platform/session.js';
import { type DemoCourse, type DemoPerson, roleIn } from '../platform/state.js';

/** Who looks at which course. */
export interface Visitor {
  person: DemoPerson;
  course: DemoCourse;
  role: 'learner' | 'teacher';
}

/** The visitor of a course page; refuses who has no business there. */
export function visitorIn(platform: DemoPlatform, req: Request, res: Response, courseId: string, needs?: 'teacher'): Visitor {
  const person = findPerson(platform, sessionOf(platform, req, res).personId);
  const course = platform.state.courses.find((item) => item.id === courseId);
  const role = person && course ? roleIn(platform.state, person, course.id) : null;
  if (!person || !course || !role || (needs && role !== needs))
    throw new PageRefusal('choose on the start page who you are; this person cannot open this page');
  return { person, course, role };
}
