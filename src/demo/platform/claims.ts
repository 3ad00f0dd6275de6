import type { JWTPayload } from 'jose';
import { CLAIM, ROLE, SCOPE } from './names.js';
import type { DemoPlatform } from './platform.js';
import { type DemoActivity, type DemoCourse, type DemoPerson, type DemoTool, roleIn } from './state.js';

const TOKEN_SECONDS = 60;

/** What one launch is about. */
export interface LaunchSubject {
  tool: DemoTool;
  person: DemoPerson;
  course: DemoCourse;
  language: 'en' | 'nl';
  nonce: string;
  sesskey: string;
}

/** The claims of a resource-link launch as Moodle writes them (moodle 1.4, recordings/5.1/launch-learner.json). */
export function resourceLinkClaims(platform: DemoPlatform, subject: LaunchSubject, activity: DemoActivity): JWTPayload {
  const { tool, course } = subject;
  const services = `${platform.issuer}/mod/lti/services.php/${course.id}/lineitems`;
  return {
    ...commonClaims(platform, subject, 'LtiResourceLinkRequest', activity.url ?? tool.targetLinkUri, activity.custom),
    [CLAIM.resourceLink]: { title: activity.title, description: activity.text, id: activity.id },
    [CLAIM.launchPresentation]: {
      locale: subject.language,
      document_target: 'iframe',
      return_url: `${platform.issuer}/mod/lti/return.php?course=${course.id}&launch_container=3&instanceid=${activity.id}&sesskey=${subject.sesskey}`,
    },
    [CLAIM.gradebook]: {
      scope: gradebookScopes(tool),
      lineitems: `${services}?type_id=${tool.typeId}`,
      ...(activity.lineItemId ? { lineitem: `${services}/${activity.lineItemId}/lineitem?type_id=${tool.typeId}` } : {}),
    },
  };
}

/** The claims of a deep-linking launch (moodle 3.1). */
export function deepLinkingClaims(platform: DemoPlatform, subject: LaunchSubject): JWTPayload {
  const { tool, course } = subject;
  return {
    ...commonClaims(platform, subject, 'LtiDeepLinkingRequest', tool.deepLinkUri, {}),
    [CLAIM.launchPresentation]: { locale: subject.language },
    [CLAIM.gradebook]: {
      scope: gradebookScopes(tool),
      lineitems: `${platform.issuer}/mod/lti/services.php/${course.id}/lineitems?type_id=${tool.typeId}`,
    },
    [CLAIM.deepLinkingSettings]: {
      accept_types: ['ltiResourceLink'],
      accept_presentation_document_targets: ['frame', 'iframe', 'window'],
      accept_copy_advice: false,
      accept_multiple: true,
      accept_unsigned: false,
      auto_create: false,
      can_confirm: false,
      deep_link_return_url: `${platform.issuer}/mod/lti/contentitem_return.php?course=${course.id}&id=${tool.typeId}&sesskey=${subject.sesskey}`,
      title: tool.name,
      text: '',
    },
  };
}

function commonClaims(
  platform: DemoPlatform,
  { tool, person, course, nonce }: LaunchSubject,
  messageType: string,
  targetLinkUri: string,
  custom: Record<string, string>,
): JWTPayload {
  const now = Math.floor(platform.clock.now().getTime() / 1000);
  const memberships = `${platform.issuer}/mod/lti/services.php/CourseSection/${course.id}/bindings/${tool.typeId}/memberships`;
  const hasActivity = platform.state.activities.some((activity) => activity.courseId === course.id);
  return {
    nonce,
    iat: now,
    exp: now + TOKEN_SECONDS,
    iss: platform.issuer,
    aud: tool.clientId,
    sub: person.id,
    ...(tool.sharesName
      ? { name: `${person.givenName} ${person.familyName}`, given_name: person.givenName, family_name: person.familyName }
      : {}),
    [CLAIM.deploymentId]: tool.typeId,
    [CLAIM.targetLinkUri]: targetLinkUri,
    [CLAIM.version]: '1.3.0',
    [CLAIM.messageType]: messageType,
    [CLAIM.roles]: rolesOf(platform, person, course),
    [CLAIM.context]: { id: course.id, label: course.shortName, title: course.title, type: ['CourseSection'] },
    [CLAIM.lis]: { person_sourcedid: '', course_section_sourcedid: course.shortName },
    [CLAIM.toolPlatform]: {
      product_family_code: 'moodle',
      version: '2025100600.02',
      guid: 'demo',
      name: 'Demo LMS',
      description: 'Demo LMS',
    },
    [CLAIM.ext]: { lms: 'moodle-2', ...(tool.sharesName ? { user_username: person.userName } : {}) },
    [CLAIM.custom]: { ...custom, ...substituted(tool.customParameters), ...(hasActivity ? { context_memberships_url: memberships } : {}) },
    ...(hasActivity ? { [CLAIM.memberships]: { context_memberships_url: memberships, service_versions: ['1.0', '2.0'] } } : {}),
  };
}

function rolesOf(platform: DemoPlatform, person: DemoPerson, course: DemoCourse): string[] {
  if (person.isAdministrator) return [ROLE.institutionAdministrator, ROLE.instructor, ROLE.systemAdministrator];
  return [roleIn(platform.state, person, course.id) === 'teacher' ? ROLE.instructor : ROLE.learner];
}

/** Variables this platform fills in; unknown ones come through as the literal text (moodle 1.6). */
function substituted(parameters: Record<string, string>): Record<string, string> {
  const known: Record<string, string> = { '$Context.id.history': '', '$CourseSection.timeFrame.end': '' };
  return Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, known[value] ?? value]));
}

function gradebookScopes(tool: DemoTool): string[] {
  const granted = new Set(tool.scopes);
  return [SCOPE.lineItem, SCOPE.lineItemRead, SCOPE.resultRead, SCOPE.score].filter((scope) => granted.has(scope));
}
