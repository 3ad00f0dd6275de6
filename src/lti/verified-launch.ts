import { cleanText, cutText } from '../shared/clean-text.js';
import { type Language, languageOf } from '../shared/language.js';
import { CLAIM, type DeepLinkingClaims, deepLinkingClaims, type ResourceLinkClaims, resourceLinkClaims, SCOPE } from './claims.js';
import { targetOf } from './login-request.js';
import { isOfPlatform, type PlatformSettings } from './platform-settings.js';
import { LaunchRejected } from './reasons.js';
import { launchRole } from './role-names.js';

/** What a designer's request for content says; echoed or obeyed when the choice is sent back (Deep Linking 2.0 §3.1). */
export interface DeepLinkingSettings {
  returnUrl: string;
  acceptsLinks: boolean;
  acceptsSeveral: boolean;
  acceptsLineItem: boolean;
  data: string | null;
}

/** A launch whose every check passed, in our own words. */
export interface VerifiedLaunch {
  sub: string;
  /** For the person's own page only; never stored readable (decisions.md 28). */
  name: string | null;
  language: Language;
  deploymentId: string;
  role: 'learner' | 'instructor';
  isAdministrator: boolean;
  course: { contextId: string; title: string; label: string; kind: 'course' | 'group'; endsAt: Date | null } | null;
  resourceLinkId: string | null;
  /** What the activity was made with; teachers can edit it, so it is a hint and never a right. */
  custom: { view: 'map' | 'intention' | 'unset'; map: string | null; contextHistory: string[] };
  services: { lineItemUrl: string | null; lineItemsUrl: string | null; membershipsUrl: string | null };
  /** Service addresses that are not the platform's own, and so were left out. */
  foreignServices: string[];
  deepLinking: DeepLinkingSettings | null;
}

/** Reads the claims of a verified token (security.md A4 7, 9; T01–T32). `expectedTarget` is the target of this login. */
export function readLaunch(
  payload: Record<string, unknown>,
  platform: PlatformSettings,
  expected: { target: string; publicUrl: string },
): VerifiedLaunch {
  const claims = parseClaims(payload);
  if (claims[CLAIM.targetLinkUri] !== expected.target) throw new LaunchRejected('target-mismatch');
  if (targetOf(expected.target, expected.publicUrl) === null) throw new LaunchRejected('target-not-offered');
  const custom = claims[CLAIM.custom] ?? {};
  const { services, foreignServices } = servicesOf(claims, platform);
  const view = customValue(custom, 'view');
  return {
    sub: claims.sub,
    name: tidy(claims.name, 120) || null,
    language: languageOf(claims[CLAIM.launchPresentation]?.locale),
    deploymentId: claims[CLAIM.deploymentId],
    ...launchRole(claims[CLAIM.roles]),
    course: courseOf(claims, custom),
    resourceLinkId: CLAIM.resourceLink in claims ? claims[CLAIM.resourceLink].id : null,
    custom: {
      view: view === 'map' || view === 'intention' ? view : 'unset',
      map: customValue(custom, 'map'),
      contextHistory: (customValue(custom, 'context_history') ?? '').split(',').filter(Boolean),
    },
    services,
    foreignServices,
    deepLinking: CLAIM.deepLinkingSettings in claims ? deepLinkingOf(claims, platform) : null,
  };
}

function parseClaims(payload: Record<string, unknown>): ResourceLinkClaims | DeepLinkingClaims {
  const messageType = payload[CLAIM.messageType];
  if (payload[CLAIM.version] !== '1.3.0') throw new LaunchRejected('version');
  if (typeof messageType !== 'string' || messageType === '') throw new LaunchRejected('message-type-missing');
  const schemas = { LtiResourceLinkRequest: resourceLinkClaims, LtiDeepLinkingRequest: deepLinkingClaims } as const;
  if (!Object.hasOwn(schemas, messageType)) throw new LaunchRejected('message-type-unknown');
  const parsed = schemas[messageType as keyof typeof schemas].safeParse(payload);
  if (!parsed.success) {
    throw new LaunchRejected('claims', { claims: parsed.error.issues.map((issue) => String(issue.path[0] ?? '')).slice(0, 10) });
  }
  return parsed.data;
}

/** Titles of the LMS: without what could mislead, on one line, as long as the column. */
function tidy(text: string | null | undefined, limit = 255): string {
  return cutText(
    cleanText(text ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    limit,
  );
}

function courseOf(claims: ResourceLinkClaims | DeepLinkingClaims, custom: Custom): VerifiedLaunch['course'] {
  const context = claims[CLAIM.context];
  if (!context) return null;
  const types = context.type ?? [];
  const isGroup = types.some((type) => type === 'Group' || type.endsWith('course#Group'));
  const endsAt = new Date(customValue(custom, 'course_end') ?? Number.NaN);
  return {
    contextId: context.id,
    title: tidy(context.title) || tidy(context.label) || context.id,
    label: tidy(context.label),
    kind: isGroup ? 'group' : 'course',
    endsAt: Number.isNaN(endsAt.getTime()) ? null : endsAt,
  };
}

type Custom = Record<string, string | null>;

/** A custom value; null, empty, and variables the platform did not fill in (`$Context.id.history`) are "not available" (moodle §1.6). */
function customValue(custom: Custom, name: string): string | null {
  const value = Object.hasOwn(custom, name) ? custom[name] : null;
  return value && !value.startsWith('$') ? value : null;
}

function servicesOf(claims: ResourceLinkClaims | DeepLinkingClaims, platform: PlatformSettings) {
  const foreignServices: string[] = [];
  const own = (service: string, address: string | null | undefined): string | null => {
    if (!address) return null;
    if (isOfPlatform(platform, address)) return address;
    foreignServices.push(service);
    return null;
  };
  const ags = claims[CLAIM.ags];
  const mayScore = ags?.scope?.includes(SCOPE.score) ?? false;
  const services = {
    lineItemUrl: mayScore && CLAIM.resourceLink in claims ? own('lineitem', ags?.lineitem) : null,
    lineItemsUrl: own('lineitems', ags?.lineitems),
    membershipsUrl: own('memberships', claims[CLAIM.nrps]?.context_memberships_url),
  };
  return { services, foreignServices };
}

function deepLinkingOf(claims: DeepLinkingClaims, platform: PlatformSettings): DeepLinkingSettings {
  const settings = claims[CLAIM.deepLinkingSettings];
  if (!isOfPlatform(platform, settings.deep_link_return_url)) throw new LaunchRejected('return-url-foreign');
  return {
    returnUrl: settings.deep_link_return_url,
    acceptsLinks: settings.accept_types.includes('ltiResourceLink'),
    acceptsSeveral: settings.accept_multiple === true,
    acceptsLineItem: settings.accept_lineitem !== false,
    data: settings.data ?? null,
  };
}
