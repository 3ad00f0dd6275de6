import type { NewPlatform, Platform } from '../../src/usecases/ports/platforms.js';
import type { PlatformDouble } from './platform-double.js';
import { addPlatform } from './platform-rows.js';
import { type Answer, baseUrlOf } from './sign-in.js';
import type { TestServices } from './test-services.js';

export const LTI = 'https://purl.imsglobal.org/spec/lti/claim/';
export const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';

export type Claims = Record<string, unknown>;

/** A launch on its way: what the platform was asked, and the cookies of the browser. */
export interface BegunInBrowser {
  state: string;
  nonce: string;
  authorization: URL;
  cookies: Map<string, string>;
}

/** A browser that keeps cookies, on the tool of these services. */
export interface LaunchBrowser {
  cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, form: Record<string, string> | string | URLSearchParams, headers?: Record<string, string>): Promise<Answer>;
}

/** Opens a browser; cookies may be shared with another one. */
export async function openBrowser(services: TestServices, cookies = new Map<string, string>()): Promise<LaunchBrowser> {
  const base = await baseUrlOf(services);
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string>) };
    const response = await fetch(new URL(path, base), { ...init, redirect: 'manual', headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: response.status, location: response.headers.get('location'), headers: response.headers, text: await response.text() };
  };
  return {
    cookies,
    get: (path, headers = {}) => ask(path, { headers }),
    post(path, form, headers = {}) {
      const body = typeof form === 'string' ? form : new URLSearchParams(form).toString();
      return ask(path, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } });
    },
  };
}

/** A begun launch with the browser it began in. */
export type Begun = BegunInBrowser & { browser: LaunchBrowser };

/** Stores the double as a registered platform. */
export function register(services: TestServices, double: PlatformDouble, overrides: Partial<NewPlatform> = {}): Promise<Platform> {
  return addPlatform(services, {
    issuer: double.issuer,
    clientId: 'client-1',
    authorizationEndpoint: `${double.issuer}/auth`,
    tokenEndpoint: `${double.issuer}/token`,
    jwksUri: `${double.issuer}/certs`,
    ...overrides,
  });
}

/** The parameters a platform begins a login with. */
export function loginParameters(services: TestServices, platform: Platform, overrides: Record<string, string | undefined> = {}) {
  const parameters = {
    iss: platform.issuer,
    login_hint: '5',
    target_link_uri: `${services.web.publicUrl}/lti/launch`,
    lti_message_hint: '{"cmid":4,"launchid":"ltilaunch1_1599055307"}',
    client_id: platform.clientId,
    lti_deployment_id: '1',
    ...overrides,
  };
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined)) as Record<string, string>;
}

/** Goes from the platform's login to the moment it is asked for a token. */
export async function begin(
  services: TestServices,
  platform: Platform,
  options: { browser?: LaunchBrowser; parameters?: Record<string, string | undefined> } = {},
): Promise<Begun> {
  const browser = options.browser ?? (await openBrowser(services));
  const login = await browser.post('/lti/login', loginParameters(services, platform, options.parameters));
  if (login.status !== 303) throw new Error(`login answered ${login.status}`);
  const step = await browser.get(login.location ?? '', { 'sec-fetch-dest': 'iframe' });
  if (step.status !== 303) throw new Error(`continue answered ${step.status}`);
  const authorization = new URL(step.location ?? '');
  const value = (name: string): string => authorization.searchParams.get(name) ?? '';
  return { browser, state: value('state'), nonce: value('nonce'), authorization, cookies: browser.cookies };
}

/** The claims of a good launch of a learner; `undefined` in `overrides` leaves a claim out. */
export function goodClaims(services: TestServices, platform: Platform, nonce: string, overrides: Claims = {}): Claims {
  const now = Math.floor(services.protocolClock.now().getTime() / 1000);
  const claims: Claims = {
    iss: platform.issuer,
    aud: platform.clientId,
    sub: '5',
    iat: now,
    exp: now + 60,
    nonce,
    [`${LTI}version`]: '1.3.0',
    [`${LTI}message_type`]: 'LtiResourceLinkRequest',
    [`${LTI}deployment_id`]: '1',
    [`${LTI}target_link_uri`]: `${services.web.publicUrl}/lti/launch`,
    [`${LTI}roles`]: [`${MEMBERSHIP}Learner`],
    [`${LTI}context`]: { id: '2', label: 'ADV', title: 'Customer-focused advice', type: ['CourseSection'] },
    [`${LTI}resource_link`]: { id: '1', title: 'Impact map' },
    [`${LTI}launch_presentation`]: { locale: 'en' },
    ...overrides,
  };
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}

/** A whole launch: login, token, post. */
export async function launch(
  services: TestServices,
  double: PlatformDouble,
  platform: Platform,
  options: { claims?: Claims; browser?: LaunchBrowser; parameters?: Record<string, string | undefined> } = {},
): Promise<Answer & { browser: LaunchBrowser }> {
  const begun = await begin(services, platform, options);
  const token = await double.sign(goodClaims(services, platform, begun.nonce, options.claims));
  const answer = await begun.browser.post('/lti/launch', { id_token: token, state: begun.state });
  return { ...answer, browser: begun.browser };
}

/** How many rows a launch could have left behind there are. */
export async function storedRows(services: TestServices): Promise<Record<string, number>> {
  const { people, courses, enrolments, placements, deployments, toolSessions, participations } = services.database.models;
  return {
    people: await people.count(),
    courses: await courses.count(),
    enrolments: await enrolments.count(),
    placements: await placements.count(),
    deployments: await deployments.count(),
    toolSessions: await toolSessions.count(),
    participations: await participations.count(),
  };
}

/** Nothing of anybody. */
export const NOTHING = { people: 0, courses: 0, enrolments: 0, placements: 0, deployments: 0, toolSessions: 0, participations: 0 };
