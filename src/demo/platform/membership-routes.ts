import { Router } from 'express';
import { MEDIA, SCOPE } from './names.js';
import { type DemoPlatform, findPerson } from './platform.js';
import { ServiceRefusal } from './refusals.js';
import { isAllowed } from './token-routes.js';

/** Names and Role Provisioning: active enrolments only, short role names (moodle §6). */
export function createMembershipRoutes(platform: DemoPlatform): Router {
  const router = Router();
  router.get('/mod/lti/services.php/CourseSection/:courseId/bindings/:typeId/memberships', (req, res) => {
    if (!isAllowed(platform, req, [SCOPE.memberships])) throw new ServiceRefusal(401, 'Unauthorized');
    const course = platform.state.courses.find((item) => item.id === req.params.courseId);
    if (!course || req.params.typeId !== platform.state.tool?.typeId) throw new ServiceRefusal(404, 'Not Found');
    const url = `${platform.issuer}/mod/lti/services.php/CourseSection/${course.id}/bindings/${req.params.typeId}/memberships`;
    const members = membersOf(platform, course.id).filter(
      (member) => !wantedRole(req.query['role']) || member.roles.includes(wantedRole(req.query['role']) ?? ''),
    );
    const from = Number(req.query['from'] ?? 0);
    const limit = Number(req.query['limit'] ?? 0);
    const page = limit > 0 ? members.slice(from, from + limit) : members;
    if (limit > 0 && from + limit < members.length) res.set('Link', `<${url}?limit=${limit}&from=${from + limit}>; rel="next"`);
    const body = { id: url, context: { id: course.id, label: course.shortName, title: course.title }, members: page };
    res.set('Content-Type', `${MEDIA.memberships}; charset=utf-8`).send(Buffer.from(JSON.stringify(body)));
  });
  return router;
}

function wantedRole(role: unknown): 'Learner' | 'Instructor' | null {
  return /Instructor$/.test(String(role ?? '')) ? 'Instructor' : /Learner$/.test(String(role ?? '')) ? 'Learner' : null;
}

function membersOf(platform: DemoPlatform, courseId: string): { status: string; roles: string[]; user_id: string }[] {
  const sharesName = platform.state.tool?.sharesName === true;
  return platform.state.enrolments
    .filter((enrolment) => enrolment.courseId === courseId && !enrolment.isSuspended)
    .map((enrolment) => {
      const person = findPerson(platform, enrolment.personId);
      return {
        status: 'Active',
        roles: [enrolment.role === 'teacher' ? 'Instructor' : 'Learner'],
        user_id: enrolment.personId,
        lis_person_sourcedid: '',
        ...(sharesName && person
          ? {
              name: `${person.givenName} ${person.familyName}`,
              given_name: person.givenName,
              family_name: person.familyName,
              ext_user_username: person.userName,
            }
          : {}),
      };
    });
}
