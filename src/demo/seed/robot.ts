import { randomBytes } from 'node:crypto';
import type { DemoPlatform } from '../platform/platform.js';

/** Where a robot's walk ended. */
export interface RobotPage {
  url: string;
  status: number;
  html: string;
}

/** A browser without a window: it keeps cookies, follows redirects and posts the pages that post themselves. */
export interface Robot {
  /** Opens an address of the demo LMS or the tool and walks on until a page stands still, or an address matches `until`. */
  open(url: string, until?: RegExp): Promise<RobotPage>;
  post(url: string, fields: Record<string, string>): Promise<RobotPage>;
}

const LONGEST_WALK = 15;

/** Makes a robot that is signed in to the demo LMS as somebody. */
export function createRobot(platform: DemoPlatform, who: { personId: string; language: 'en' | 'nl' }): Robot {
  const id = randomBytes(12).toString('base64url');
  platform.sessions.set(id, { id, personId: who.personId, sesskey: randomBytes(6).toString('hex'), language: who.language });
  const jar = new Map([[new URL(platform.issuer).hostname, new Map([['DemoSession', id]])]]);
  return {
    open: (url, until) => walk(jar, { method: 'GET', url, body: null, from: null }, until),
    post: (url, fields) => walk(jar, { method: 'POST', url, body: new URLSearchParams(fields), from: null }),
  };
}

/** Opens an activity as its frame does, by a real launch; answers the address in the tool to which the launch led. */
export async function launchAs(
  platform: DemoPlatform,
  who: { personId: string; language: 'en' | 'nl' },
  activityId: string,
): Promise<string> {
  const robot = createRobot(platform, who);
  const page = await robot.open(`${platform.issuer}/mod/lti/launch.php?l=${activityId}`, /\/courses\/\d+/);
  if (page.status >= 400) throw new Error(`the launch of activity ${activityId} ended with ${page.status} at ${page.url}`);
  return page.url;
}

type Jar = Map<string, Map<string, string>>;
interface Step {
  method: 'GET' | 'POST';
  url: string;
  body: URLSearchParams | null;
  from: string | null;
}

async function walk(jar: Jar, first: Step, until?: RegExp): Promise<RobotPage> {
  let step = first;
  for (let count = 0; count < LONGEST_WALK; count += 1) {
    const response = await take(jar, step);
    const location = response.headers.get('location');
    if (location) {
      await response.body?.cancel();
      const url = new URL(location, step.url).toString();
      if (until?.test(new URL(url).pathname)) return { url, status: response.status, html: '' };
      step = { method: 'GET', url, body: null, from: step.url };
      continue;
    }
    const html = await response.text();
    const next = selfPosting(html, step.url);
    if (!next) return { url: step.url, status: response.status, html };
    step = next;
  }
  throw new Error(`no page stood still, last at ${step.url}`);
}

async function take(jar: Jar, step: Step): Promise<Response> {
  const { hostname } = new URL(step.url);
  const cookies = jar.get(hostname) ?? new Map<string, string>();
  jar.set(hostname, cookies);
  const response = await fetch(step.url, {
    method: step.method,
    redirect: 'manual',
    headers: {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'sec-fetch-dest': 'iframe',
      ...(step.from ? { origin: new URL(step.from).origin } : {}),
    },
    ...(step.body ? { body: step.body } : {}),
  });
  for (const line of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (name) cookies.set(name, value ?? '');
  }
  return response;
}

function selfPosting(html: string, from: string): Step | null {
  if (!/submit\(\)/.test(html)) return null;
  const action = /<form[^>]*\baction="([^"]*)"/.exec(html)?.[1];
  if (!action) return null;
  const body = new URLSearchParams();
  for (const [input] of html.matchAll(/<input\b[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(input)?.[1];
    if (name) body.append(plain(name), plain(/\bvalue="([^"]*)"/.exec(input)?.[1] ?? ''));
  }
  return { method: 'POST', url: new URL(plain(action), from).toString(), body, from };
}

function plain(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_entity, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"');
}
