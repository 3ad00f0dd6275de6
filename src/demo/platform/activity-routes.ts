import { type Request, type Response, Router } from 'express';
import { startLaunch } from './openid-routes.js';
import { postForm } from './pages.js';
import { type DemoPlatform, findActivity, findPerson } from './platform.js';
import { PageRefusal } from './refusals.js';
import { sessionOf } from './session.js';
import { roleIn } from './state.js';

/**
 * The frames' inside: `launch.php` and `contentitem.php` post the login initiation to the tool (moodle 1.2). The pages around them are
 * the demo's own.
 */
export function createActivityRoutes(platform: DemoPlatform): Router {
  const router = Router();
  router.get('/mod/lti/launch.php', (req, res) => launchActivity(platform, req, res));
  router.get('/mod/lti/contentitem.php', (req, res) => launchChooser(platform, req, res));
  return router;
}

function launchActivity(platform: DemoPlatform, req: Request, res: Response): void {
  const session = sessionOf(platform, req, res);
  const person = findPerson(platform, session.personId);
  const activity = findActivity(platform, String(req.query['l'] ?? ''));
  const { tool } = platform.state;
  if (!tool || !activity) throw new PageRefusal('this activity does not exist');
  if (!person || !roleIn(platform.state, person, activity.courseId)) throw new PageRefusal('you are not in this course');
  const { courseId, id: activityId, moduleId } = activity;
  const hint = startLaunch(platform, { sessionId: session.id, personId: person.id, courseId, activityId, moduleId });
  postForm(res, tool.initiateLoginUri, {
    iss: platform.issuer,
    target_link_uri: activity.url ?? tool.targetLinkUri,
    login_hint: person.id,
    lti_message_hint: hint,
    client_id: tool.clientId,
    lti_deployment_id: tool.typeId,
  });
}

function launchChooser(platform: DemoPlatform, req: Request, res: Response): void {
  const session = sessionOf(platform, req, res);
  const person = findPerson(platform, session.personId);
  const courseId = String(req.query['course'] ?? '');
  const { tool } = platform.state;
  if (!tool) throw new PageRefusal('no tool is registered');
  if (!person || roleIn(platform.state, person, courseId) !== 'teacher') throw new PageRefusal('you may not add activities here');
  const hint = startLaunch(platform, { sessionId: session.id, personId: person.id, courseId, activityId: null, moduleId: null });
  postForm(res, tool.initiateLoginUri, {
    iss: platform.issuer,
    target_link_uri: tool.deepLinkUri,
    login_hint: person.id,
    lti_message_hint: hint,
    client_id: tool.clientId,
    lti_deployment_id: tool.typeId,
  });
}
