import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { PlacementView, Role } from '../../src/domain/course/course.js';
import type { Language } from '../../src/shared/language.js';
import { sha256 } from '../../src/shared/secrets.js';
import { createApp } from '../../src/web/app.js';
import type { TestServices } from './test-services.js';

/** Who signs in, and where; `course` puts a second person into a course that is there. */
export interface SignIn {
  role: Role;
  isAdministrator?: boolean;
  /** What the activity of the launch shows. */
  view?: PlacementView;
  language?: Language;
  course?: Pick<SignedIn, 'courseId'>;
  courseTitle?: string;
}

/** An answer of the application, with its body read. */
export interface Answer {
  status: number;
  location: string | null;
  headers: Headers;
  text: string;
}

/** A browser with a live session. */
export interface SignedIn {
  cookie: string;
  csrf: string;
  personId: number;
  courseId: number;
  platformId: number;
  deploymentId: number;
  placementId: number;
  get(path: string): Promise<Answer>;
  /** Posts a form with the session's form token; an array gives a field several times. */
  post(path: string, form?: Record<string, string | string[]>): Promise<Answer>;
}

/** Starts the web application of these services once; it ends when the services stop. Answers its address. */
export async function baseUrlOf(services: TestServices): Promise<string> {
  const known = running.get(services);
  if (known) return known;
  const started = start(services);
  running.set(services, started);
  return started;
}

const running = new WeakMap<TestServices, Promise<string>>();

async function start(services: TestServices): Promise<string> {
  const server = createApp(services.web).listen(0, '127.0.0.1');
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const stop = services.stop;
  services.stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await stop();
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Puts a person with a live session into a course (made when none is given), straight into the tables, and answers their browser. */
export async function signIn(services: TestServices, options: SignIn): Promise<SignedIn> {
  const base = await baseUrlOf(services);
  const place = await placeOf(services, options);
  const { personId, token } = await addPerson(services, options, place);
  const cookie = `${services.web.isSecure ? '__Host-' : ''}sid=${token}`;
  const csrf = services.web.secrets.mac('csrf', `${place.platformId}:${personId}`);
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(new URL(path, base), {
      ...init,
      redirect: 'manual',
      headers: { cookie, connection: 'close', ...(init.headers as Record<string, string>) },
    });
    return { status: response.status, location: response.headers.get('location'), headers: response.headers, text: await response.text() };
  };
  return {
    cookie,
    csrf,
    personId,
    ...place,
    get: (path) => ask(path, {}),
    post: (path, form = {}) => {
      const body = new URLSearchParams({ csrf });
      for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
      return ask(path, {
        method: 'POST',
        body: body.toString(),
        headers: { origin: new URL(services.web.publicUrl).origin, 'content-type': 'application/x-www-form-urlencoded' },
      });
    },
  };
}

type Place = Pick<SignedIn, 'platformId' | 'deploymentId' | 'courseId' | 'placementId'>;
const unique = (): string => randomBytes(6).toString('hex');

async function placeOf(services: TestServices, options: SignIn): Promise<Place> {
  const { models } = services.database;
  const now = services.calendarClock.now();
  const course = options.course ? await models.courses.findByPk(options.course.courseId, { rejectOnEmpty: true }) : null;
  const platformId = course?.platformId ?? (await addPlatform(services));
  const deployment =
    (await models.deployments.findOne({ where: { platformId } })) ??
    (await models.deployments.create({ platformId, ltiDeploymentId: '1', createdAt: now }));
  const courseId = course?.id ?? (await addCourse(services, platformId, options.courseTitle ?? 'Customer-focused advice'));
  const view = options.view ?? 'map';
  const placement =
    (await models.placements.findOne({ where: { courseId, view } })) ??
    (await models.placements.create({
      deploymentId: deployment.id,
      ltiResourceLinkId: unique(),
      courseId,
      view,
      createdAt: now,
      lastLaunchedAt: now,
    }));
  return { platformId, deploymentId: deployment.id, courseId, placementId: placement.id };
}

async function addPlatform(services: TestServices): Promise<number> {
  const now = services.protocolClock.now();
  const platform = await services.database.models.platforms.create({
    name: 'A platform',
    issuer: `https://lms-${unique()}.example`,
    clientId: unique(),
    authorizationEndpoint: 'https://lms.example/auth',
    tokenEndpoint: 'https://lms.example/token',
    jwksUri: 'https://lms.example/certs',
    status: 'active',
    deploymentPolicy: 'open',
    timeZone: 'Europe/Brussels',
    smallestGroup: 5,
    createdAt: now,
    updatedAt: now,
  });
  return platform.id;
}

async function addCourse(services: TestServices, platformId: number, title: string): Promise<number> {
  const now = services.calendarClock.now();
  const course = await services.database.models.courses.create({
    platformId,
    ltiContextId: unique(),
    title,
    label: 'ADV',
    kind: 'course',
    createdAt: now,
    updatedAt: now,
  });
  return course.id;
}

async function addPerson(services: TestServices, options: SignIn, place: Place): Promise<{ personId: number; token: string }> {
  const { models } = services.database;
  const seen = { firstSeenAt: services.calendarClock.now(), lastSeenAt: services.calendarClock.now() };
  const language = options.language ?? 'en';
  const { platformId, courseId, deploymentId, placementId } = place;
  const person = await models.people.create({
    platformId,
    sub: unique(),
    language,
    createdAt: seen.firstSeenAt,
    lastSeenAt: seen.lastSeenAt,
  });
  await models.enrolments.create({
    personId: person.id,
    courseId,
    role: options.role,
    wasInstructor: options.role === 'instructor',
    ...seen,
  });
  const token = unique();
  const createdAt = services.protocolClock.now();
  await models.toolSessions.create({
    tokenHash: sha256(token),
    personId: person.id,
    platformId,
    deploymentId,
    courseId,
    placementId,
    isAdministrator: options.isAdministrator ?? false,
    language,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + 3_600_000),
  });
  return { personId: person.id, token };
}
