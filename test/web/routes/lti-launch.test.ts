import { expect } from 'chai';
import { defaults } from '../../../config/defaults.js';
import { begin, goodClaims, LTI, launch, MEMBERSHIP, NOTHING, openBrowser, register, storedRows } from '../../support/launches.js';
import { type PlatformDouble, startPlatformDouble } from '../../support/platform-double.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('a launch', () => {
  let services: TestServices;
  let double: PlatformDouble;
  before(async () => {
    double = await startPlatformDouble();
    services = await startTestServices({ defaults: { ...defaults, launchesPerMinute: 100_000 as never } });
  });
  after(async () => {
    await services.stop();
    await double.stop();
  });
  beforeEach(async () => {
    double.reset();
    await services.empty();
  });

  it('brings a learner to the course, with one row of everything', async () => {
    const platform = await register(services, double);
    const answer = await launch(services, double, platform);
    const course = await services.database.models.courses.findOne();
    expect(answer.status).to.equal(303);
    expect(answer.location).to.equal(`/courses/${course?.id}/now?view=unset`);
    expect(await storedRows(services)).to.deep.equal({
      ...NOTHING,
      people: 1,
      courses: 1,
      enrolments: 1,
      placements: 1,
      deployments: 1,
      toolSessions: 1,
      participations: 1,
    });
  });

  it('asks the platform as the specification wants it, with both hints byte for byte', async () => {
    const platform = await register(services, double, { authorizationEndpoint: `${double.issuer}/auth?x=1` });
    const hint = `{"a":"b'c","é":"%0d%0a<b>&=+ \\"}`;
    const { authorization } = await begin(services, platform, { parameters: { lti_message_hint: hint, login_hint: 'a b+c%20' } });
    const { state, nonce, ...rest } = Object.fromEntries(authorization.searchParams);
    expect(rest).to.deep.equal({
      x: '1',
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: 'client-1',
      redirect_uri: `${services.web.publicUrl}/lti/launch`,
      login_hint: 'a b+c%20',
      lti_message_hint: hint,
    });
    expect(state).to.match(/^[\w-]{43}$/);
    expect(nonce).to.match(/^[\w-]{43}$/);
  });

  it('leads an instructor to the start page and tells the person in their own language', async () => {
    const platform = await register(services, double);
    const claims = { [`${LTI}roles`]: [`${MEMBERSHIP}Instructor`], [`${LTI}launch_presentation`]: { locale: 'nl_be' } };
    const answer = await launch(services, double, platform, { claims });
    const session = await services.database.models.toolSessions.findOne();
    expect(answer.location).to.match(/^\/courses\/\d+\/start$/);
    expect(session?.language).to.equal('nl');
    expect(Boolean(session?.isAdministrator)).to.equal(false);
  });

  it('stores a name only sealed, and no one-time value readable', async () => {
    const platform = await register(services, double);
    const answer = await launch(services, double, platform, { claims: { name: 'Lea Learner', email: 'lea@example.com' } });
    const cookie = answer.browser.cookies.get('sid') ?? 'none';
    const rows = JSON.stringify(
      await Promise.all(
        ['tool_sessions', 'people', 'pending_launches', 'enrolments'].map((name) =>
          services.database.sequelize.query(`select * from ${name}`),
        ),
      ),
    );
    expect(cookie).to.match(/^[\w-]{43}$/);
    for (const secret of ['Lea', 'lea@example.com', cookie]) expect(rows.includes(secret), secret).to.equal(false);
  });

  it('makes a new session at every launch, and ends the one the browser had', async () => {
    const platform = await register(services, double);
    const first = await launch(services, double, platform);
    const old = first.browser.cookies.get('sid') ?? '';
    await launch(services, double, platform, { browser: first.browser, claims: { sub: '6' } });
    expect(first.browser.cookies.get('sid')).to.not.equal(old);
    const stale = await openBrowser(services, new Map([['sid', old]]));
    expect((await stale.get('/deep-link')).status).to.equal(401);
  });

  it('keeps two launches in two tabs apart', async () => {
    const platform = await register(services, double);
    const browser = await openBrowser(services);
    const one = await begin(services, platform, { browser });
    const other = await begin(services, platform, { browser });
    const post = async (begun: typeof one, claims = {}) =>
      browser.post('/lti/launch', { state: begun.state, id_token: await double.sign(goodClaims(services, platform, begun.nonce, claims)) });
    const second = await post(other, { [`${LTI}context`]: { id: '3', title: 'Another' } });
    const first = await post(one);
    expect([first.status, second.status]).to.deep.equal([303, 303]);
    expect(first.location).to.not.equal(second.location);
  });

  it('is accepted once, of twenty equal posts at the same time', async () => {
    const platform = await register(services, double);
    const begun = await begin(services, platform);
    const form = { state: begun.state, id_token: await double.sign(goodClaims(services, platform, begun.nonce)) };
    const cookies = new Map(begun.cookies);
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => (await openBrowser(services, new Map(cookies))).post('/lti/launch', form)),
    );
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([303, ...Array(19).fill(400)]);
    expect(await storedRows(services)).to.include({ toolSessions: 1, people: 1 });
  });

  it('is not accepted again by going back, and the first session stays', async () => {
    const platform = await register(services, double);
    const begun = await begin(services, platform);
    const form = { state: begun.state, id_token: await double.sign(goodClaims(services, platform, begun.nonce)) };
    const cookies = new Map(begun.cookies);
    await begun.browser.post('/lti/launch', form);
    const token = begun.cookies.get('sid');
    const again = await (await openBrowser(services, new Map([...cookies, ['sid', token ?? '']]))).post('/lti/launch', form);
    expect(again.status).to.equal(400);
    expect(again.headers.getSetCookie()).to.deep.equal([]);
    expect(await services.database.models.toolSessions.count({ where: { revokedAt: null } })).to.equal(1);
  });

  it('of a hundred people at once makes one course, with at most two fetches of the keys', async function () {
    this.timeout(60_000);
    const platform = await register(services, double);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => launch(services, double, platform, { claims: { sub: `person-${index}` } })),
    );
    expect(answers.filter(({ status }) => status === 303)).to.have.length(100);
    expect(await storedRows(services)).to.deep.include({ people: 100, courses: 1, placements: 1, deployments: 1, enrolments: 100 });
    expect(double.countOf('/certs')).to.be.at.most(2);
  });

  it('keeps the same ids of two platforms, and of two deployments, apart', async () => {
    const one = await register(services, double);
    const other = await register(services, double, { clientId: 'client-2' });
    await launch(services, double, one);
    await launch(services, double, other);
    await launch(services, double, one, { claims: { [`${LTI}deployment_id`]: 'Second deployment, “B” ' + '2' } });
    expect(await storedRows(services)).to.include({ people: 2, courses: 2, deployments: 3, placements: 3 });
  });

  it('opens nothing of another course or another platform', async () => {
    const one = await register(services, double);
    const other = await register(services, double, { clientId: 'client-2' });
    const theirs = await launch(services, double, other);
    const alsoHere = await launch(services, double, one, { claims: { sub: '9', [`${LTI}context`]: { id: '77', title: 'Not mine' } } });
    const mine = await launch(services, double, one);
    for (const foreign of [theirs, alsoHere]) {
      const path = (foreign.location ?? '').replace(/\/now.*/, '/map');
      expect((await mine.browser.get(path)).status, path).to.equal(404);
    }
  });

  it('activates a platform that waited for its first launch', async () => {
    const platform = await register(services, double, { status: 'pending' });
    await launch(services, double, platform);
    expect((await services.database.data.read.platforms.find(platform.id))?.status).to.equal('active');
  });

  it('lets an administrator without a course see the platform page, and nobody else', async () => {
    const platform = await register(services, double);
    const roles = ['http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator'];
    const claims = { [`${LTI}roles`]: roles, [`${LTI}context`]: undefined };
    const administrator = await launch(services, double, platform, { claims });
    expect(administrator.location).to.equal('/platform');
    expect((await administrator.browser.get('/platform')).status).to.equal(200);
    const instructor = await launch(services, double, platform, { claims: { [`${LTI}roles`]: [`${MEMBERSHIP}Instructor`] } });
    expect((await instructor.browser.get('/platform')).status).to.equal(403);
  });
});
