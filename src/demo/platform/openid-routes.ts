import { randomBytes } from 'node:crypto';
import express, { type Request, type Response, Router } from 'express';
import { deepLinkingClaims, type LaunchSubject, resourceLinkClaims } from './claims.js';
import { CLAIM, SCOPE } from './names.js';
import { postForm, repostPage } from './pages.js';
import { type DemoPlatform, findActivity, findPerson } from './platform.js';
import { PageRefusal } from './refusals.js';
import { hasSessionCookie, sessionOf } from './session.js';

/** OpenID configuration, keys, and the authorization endpoint with the checks of Moodle's `auth.php` (moodle 1.3, 4.2). */
export function createOpenIdRoutes(platform: DemoPlatform): Router {
  const router = Router();
  router.get('/mod/lti/openid-configuration.php', (_req, res) => void res.json(openIdConfiguration(platform.issuer)));
  router.get('/mod/lti/certs.php', (_req, res) => void res.json({ keys: [platform.key.publicJwk] }));
  const form = express.urlencoded({ extended: false });
  router.get('/mod/lti/auth.php', (req, res) => authorize(platform, req, res, req.query as Record<string, unknown>));
  router.post('/mod/lti/auth.php', form, (req, res) => authorize(platform, req, res, { ...req.query, ...req.body }));
  return router;
}

function openIdConfiguration(issuer: string): object {
  return {
    issuer,
    token_endpoint: `${issuer}/mod/lti/token.php`,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256'],
    jwks_uri: `${issuer}/mod/lti/certs.php`,
    authorization_endpoint: `${issuer}/mod/lti/auth.php`,
    registration_endpoint: `${issuer}/mod/lti/openid-registration.php`,
    scopes_supported: [...Object.values(SCOPE), 'openid'],
    response_types_supported: ['id_token'],
    subject_types_supported: ['public', 'pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: ['sub', 'iss', 'name', 'given_name', 'family_name', 'email'],
    [CLAIM.platformConfiguration]: {
      product_family_code: 'moodle',
      version: '5.1+ (Demo)',
      messages_supported: [{ type: 'LtiResourceLinkRequest' }, { type: 'LtiDeepLinkingRequest', placements: ['ContentArea'] }],
      variables: ['Context.id', 'Context.title', 'Context.id.history', 'CourseSection.timeFrame.end', 'ResourceLink.id', 'User.id'],
    },
  };
}

type Parameters = Record<string, string>;

async function authorize(platform: DemoPlatform, req: Request, res: Response, given: Record<string, unknown>): Promise<void> {
  const parameters: Parameters = Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  // A browser that keeps cookies back on a cross-site post gets them to come along by posting once more, from here (moodle 1.3).
  if (!hasSessionCookie(req) && !parameters['repost']) {
    res.send(repostPage(`${platform.issuer}/mod/lti/auth.php`, { ...parameters, repost: 'true' }));
    return;
  }
  const redirectUri = parameters['redirect_uri'] ?? '';
  const tool = platform.state.tool;
  if (!tool?.redirectUris.includes(redirectUri)) throw new PageRefusal('invalid_request: redirect_uri');
  const refusal = refusalOf(parameters, tool.clientId);
  const state: Parameters = parameters['state'] === undefined ? {} : { state: parameters['state'] };
  if (refusal) return postForm(res, redirectUri, { error: refusal, ...state });

  const launchId = launchIdOf(parameters['lti_message_hint'] ?? '');
  const launch = platform.launches.get(launchId);
  if (!launch) throw new PageRefusal('this launch was used already; open the activity again');
  platform.launches.delete(launchId);
  const session = sessionOf(platform, req, res);
  const person = findPerson(platform, session.personId);
  const course = platform.state.courses.find((item) => item.id === launch.courseId);
  const isSame = launch.sessionId === session.id && person?.id === launch.personId && person.id === parameters['login_hint'];
  if (!person || !course || !isSame) return postForm(res, redirectUri, { error: 'access_denied', ...state });

  const subject: LaunchSubject = {
    tool,
    person,
    course,
    language: session.language,
    nonce: parameters['nonce'] ?? '',
    sesskey: session.sesskey,
  };
  const activity = launch.activityId === null ? null : findActivity(platform, launch.activityId);
  const claims = activity ? resourceLinkClaims(platform, subject, activity) : deepLinkingClaims(platform, subject);
  postForm(res, redirectUri, { id_token: await platform.key.sign(claims), ...state });
}

function refusalOf(parameters: Parameters, clientId: string): string | null {
  const needed = ['scope', 'response_type', 'client_id', 'redirect_uri', 'login_hint', 'nonce', 'lti_message_hint', 'response_mode'];
  if (needed.some((name) => !parameters[name])) return 'invalid_request';
  if (parameters['scope'] !== 'openid') return 'invalid_scope';
  if (parameters['response_type'] !== 'id_token') return 'unsupported_response_type';
  if (parameters['client_id'] !== clientId) return 'unauthorized_client';
  if (parameters['response_mode'] !== 'form_post') return 'invalid_request';
  if (parameters['prompt'] && parameters['prompt'] !== 'none') return 'invalid_request';
  return null;
}

function launchIdOf(messageHint: string): string {
  try {
    const { launchid } = JSON.parse(messageHint) as { launchid?: unknown };
    return typeof launchid === 'string' ? launchid : '';
  } catch {
    return '';
  }
}

/** Remembers a launch that may be used once; answers the message hint that names it (moodle 1.2). */
export function startLaunch(
  platform: DemoPlatform,
  launch: { sessionId: string; personId: string; courseId: string; activityId: string | null; moduleId: string | null },
): string {
  const launchid = `ltilaunch${launch.activityId ?? '_ContentItemSelectionRequest'}_${randomBytes(5).readUIntBE(0, 5)}`;
  platform.launches.set(launchid, {
    sessionId: launch.sessionId,
    personId: launch.personId,
    kind: launch.activityId === null ? 'deep-linking' : 'resource-link',
    activityId: launch.activityId,
    courseId: launch.courseId,
  });
  return JSON.stringify(launch.moduleId === null ? { launchid } : { cmid: Number(launch.moduleId), launchid });
}
