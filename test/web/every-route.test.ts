import { expect } from 'chai';
import { createApp } from '../../src/web/app.js';
import { addressOf, type KnownRoute, routesOf } from '../support/routes-of.js';
import { type Answer, baseUrlOf, type SignedIn, signIn } from '../support/sign-in.js';
import { followUpIdOf, stateIntentionAs } from '../support/state-intention-as.js';
import { startTestServices, type TestServices } from '../support/test-services.js';

/** Addresses for which nobody need be signed in. */
const PUBLIC = /^\/(health|assets|lti)\/|^\/my-data\/deleted$/;
const FOR_DESIGNERS = /^\/courses\/:courseId\/(start|preview|report)|^\/platform$/;
const FOR_LEARNERS = /^\/courses\/:courseId\/(plan|intention|follow-ups|finish)/;
/** Its own refusals: a session that was made by no request for content has none to answer. */
const DEEP_LINK = '/deep-link';

describe('every route', () => {
  let services: TestServices;
  let routes: KnownRoute[];
  let owner: SignedIn;
  let designer: SignedIn;
  let values: Record<string, string | number>;

  before(async () => {
    services = await startTestServices();
    routes = routesOf(createApp(services.web)).filter(({ pattern }) => !PUBLIC.test(pattern));
    owner = await signIn(services, { role: 'learner', view: 'intention' });
    designer = await signIn(services, { role: 'instructor', course: owner, view: 'intention' });
    const intention = await stateIntentionAs(services, owner);
    const followUpId = await followUpIdOf(services, intention.id, 'W1');
    values = { courseId: owner.courseId, commitmentId: intention.commitments[0]?.id ?? 0, followUpId, step: 'welcome' };
  });
  after(() => services.stop());

  const ask = (browser: Pick<SignedIn, 'get' | 'post'>, route: KnownRoute): Promise<Answer> => {
    const address = addressOf(route, values);
    return route.method === 'GET' ? browser.get(address) : browser.post(address);
  };
  const answersOf = async (browser: Pick<SignedIn, 'get' | 'post'>, asked: KnownRoute[]): Promise<Record<string, number>> => {
    const answers: Record<string, number> = {};
    for (const route of asked) answers[`${route.method} ${route.pattern}`] = (await ask(browser, route)).status;
    return answers;
  };
  const all = (asked: KnownRoute[], status: number): Record<string, number> =>
    Object.fromEntries(asked.map(({ method, pattern }) => [`${method} ${pattern}`, status]));
  const inCourses = (): KnownRoute[] => routes.filter(({ pattern }) => pattern.includes(':courseId'));
  const matching = (pattern: RegExp): KnownRoute[] => routes.filter((route) => pattern.test(route.pattern));
  /** Posts as a browser of this person, but with other headers or another form. */
  const postAs = async ({ cookie }: { cookie: string }, route: KnownRoute, form: Record<string, string>, headers = {}): Promise<number> => {
    const answer = await fetch(new URL(addressOf(route, values), await baseUrlOf(services)), {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, connection: 'close', origin: services.web.publicUrl, ...headers },
      body: new URLSearchParams(form),
    });
    await answer.text();
    return answer.status;
  };
  const posts = (): { route: KnownRoute; person: SignedIn }[] =>
    routes
      .filter(({ method }) => method === 'POST')
      .map((route) => ({ route, person: FOR_DESIGNERS.test(route.pattern) || route.pattern === DEEP_LINK ? designer : owner }));

  it('is known to these tests', () => {
    expect(routes).to.have.lengthOf.above(30);
    for (const pattern of [FOR_DESIGNERS, FOR_LEARNERS]) expect(matching(pattern)).to.have.lengthOf.above(5);
    expect(posts()).to.have.lengthOf.above(8);
  });

  it('is shut to who has no session, an ended one, or one that was made up', async () => {
    const ended = await signIn(services, { role: 'instructor', course: owner, isAdministrator: true });
    await services.database.models.toolSessions.update({ revokedAt: new Date() }, { where: { personId: ended.personId } });
    const base = await baseUrlOf(services);
    for (const cookie of ['', 'sid=made-up', 'sid=', ended.cookie]) {
      const send = async (path: string, init: RequestInit): Promise<Answer> => {
        const answer = await fetch(new URL(path, base), {
          ...init,
          redirect: 'manual',
          headers: { cookie, connection: 'close', ...init.headers },
        });
        return { status: answer.status, location: null, headers: answer.headers, text: await answer.text() };
      };
      const stranger = {
        get: (path: string) => send(path, {}),
        post: (path: string) =>
          send(path, { method: 'POST', body: new URLSearchParams({ csrf: ended.csrf }), headers: { origin: services.web.publicUrl } }),
      };
      expect(await answersOf(stranger, routes), cookie).to.deep.equal(all(routes, 401));
    }
  });

  it('of a course is not found by people of another course, whoever they are there', async () => {
    const elsewhere = await signIn(services, { role: 'learner' });
    const { models } = services.database;
    await models.courses.update({ platformId: owner.platformId }, { where: { id: elsewhere.courseId } });
    const before = await models.intentions.count();
    for (const role of ['learner', 'instructor'] as const) {
      const neighbour = await signIn(services, { role, course: elsewhere });
      expect(neighbour.platformId).to.equal(owner.platformId);
      expect(await answersOf(neighbour, inCourses()), role).to.deep.equal(all(inCourses(), 404));
    }
    expect(await models.intentions.count()).to.equal(before);
  });

  it('of a course is not found by anybody of another platform, its administrator included', async () => {
    const administrator = await signIn(services, { role: 'instructor', isAdministrator: true });
    expect(await answersOf(administrator, inCourses())).to.deep.equal(all(inCourses(), 404));
    for (const id of ['0', '-1', '1e3', '99999999999', 'x', '%00']) {
      expect((await administrator.get(`/courses/${id}/report`)).status, id).to.equal(404);
    }
  });

  it('about a plan or a survey is not found by another learner of the same course', async () => {
    const other = await signIn(services, { role: 'learner', course: owner, view: 'intention' });
    const asked = matching(/:(commitmentId|followUpId)/);
    expect(asked).to.have.lengthOf.above(6);
    expect(await answersOf(other, asked)).to.deep.equal(all(asked, 404));
  });

  it('for designers is forbidden to learners, and for learners to designers', async () => {
    expect(await answersOf(owner, matching(FOR_DESIGNERS))).to.deep.equal(all(matching(FOR_DESIGNERS), 403));
    expect(await answersOf(designer, matching(FOR_LEARNERS))).to.deep.equal(all(matching(FOR_LEARNERS), 403));
    expect((await designer.get('/platform')).status).to.equal(403);
    for (const person of [owner, designer]) expect((await person.get(DEEP_LINK)).status).to.equal(410);
  });

  it('that is posted refuses a form without its token, with another person’s, from another site, or in another shape', async () => {
    for (const { route, person } of posts()) {
      const other = person === owner ? designer : owner;
      const good = { csrf: person.csrf };
      const statuses = {
        'no token': await postAs(person, route, {}),
        'empty token': await postAs(person, route, { csrf: '' }),
        'another person’s': await postAs(person, route, { csrf: other.csrf }),
        'from another site': await postAs(person, route, good, { origin: 'https://evil.example' }),
        'from our name on another port': await postAs(person, route, good, { origin: 'http://localhost:3999' }),
        'from nowhere': await postAs(person, route, good, { origin: 'null', 'sec-fetch-site': 'cross-site' }),
        'as text': await postAs(person, route, good, { 'content-type': 'text/plain' }),
        'as JSON': await postAs(person, route, good, { 'content-type': 'application/json' }),
      };
      const { 'as text': text, 'as JSON': json, ...forbidden } = statuses;
      expect(Object.values(forbidden), `${route.pattern} ${JSON.stringify(statuses)}`).to.deep.equal(Array(6).fill(403));
      expect([400, 415], `${route.pattern} ${JSON.stringify(statuses)}`)
        .to.include(text)
        .and.to.include(json);
    }
    expect((await owner.get(`/courses/${owner.courseId}/plan`)).status).to.equal(200);
  });

  it('of a course an instructor has not opened for longer than a session lives is shut; the one just opened is not', async () => {
    const { models } = services.database;
    const { personId } = designer;
    const now = services.protocolClock.now();
    const second = await signIn(services, { role: 'instructor' });
    await models.courses.update({ platformId: designer.platformId }, { where: { id: second.courseId } });
    const enrolment = { personId, courseId: second.courseId, role: 'instructor', wasInstructor: true, firstSeenAt: now };
    const row = await models.enrolments.create({ ...enrolment, lastSeenAt: now });
    const report = `/courses/${second.courseId}/report`;
    expect((await designer.get(report)).status, 'opened in another tab just now').to.equal(200);
    await row.update({ lastSeenAt: new Date(now.getTime() - 86_400_000) });
    expect((await designer.get(report)).status, 'taught there once').to.equal(404);
    expect((await designer.get(`/courses/${designer.courseId}/report`)).status).to.equal(200);
  });

  it('is shut once the platform was disabled', async () => {
    const person = await signIn(services, { role: 'instructor' });
    const report = `/courses/${person.courseId}/report`;
    expect((await person.get(report)).status).to.equal(200);
    await services.database.models.platforms.update({ status: 'disabled' }, { where: { id: person.platformId } });
    expect((await person.get(report)).status).to.equal(401);
  });
});
