import { expect } from 'chai';
import { baseUrlOf, signIn } from '../support/sign-in.js';
import { startTestServices, type TestServices } from '../support/test-services.js';

describe('the web application', () => {
  let services: TestServices;
  let base: string;

  before(async () => {
    services = await startTestServices();
    base = await baseUrlOf(services);
  });
  after(() => services.stop());

  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${base}${path}`, { redirect: 'manual', ...init, headers: { connection: 'close', ...(init.headers as Record<string, string>) } });

  it('says that it lives', async () => {
    const answer = await ask('/health/live');
    expect(answer.status).to.equal(200);
  });

  it('is ready while the database answers and migrations are current, whatever the worker does', async () => {
    const now = services.protocolClock.now();
    await services.database.data.write(async (repositories) => {
      await repositories.jobs.takeLease('a-job', { token: 'one', until: now }, now);
      await repositories.jobs.finish('a-job', 'one', { succeeded: false, errorCode: 'broken' }, now);
    });
    const answer = await ask('/health/ready');
    const body = (await answer.json()) as { status: string; worker: Record<string, { lastErrorCode: string }> };
    expect(answer.status).to.equal(200);
    expect(body.status).to.equal('ready');
    expect(body.worker['a-job']?.lastErrorCode).to.equal('broken');
  });

  it('is not ready while a migration is pending', async () => {
    await services.migrator.down();
    const answer = await ask('/health/ready');
    expect(answer.status).to.equal(503);
    expect(await answer.json()).to.include({ database: 'reachable', migrations: 'pending' });
    await services.migrator.up();
    expect((await ask('/health/ready')).status).to.equal(200);
  });

  it('shows its own page for an address that does not exist, in the language of the browser', async () => {
    const dutch = await ask('/nowhere', { headers: { 'accept-language': 'nl-BE,nl;q=0.9' } });
    expect(dutch.status).to.equal(404);
    expect(await dutch.text())
      .to.contain('We vinden deze pagina niet')
      .and.to.contain('lang="nl"');
    expect(await (await ask('/nowhere', { headers: { 'accept-language': 'fr' } })).text()).to.contain('We cannot find this page');
  });

  it('shows its own page for an address that cannot be decoded', async () => {
    const answer = await ask('/courses/%E0%A4%A/map');
    expect(answer.status).to.be.oneOf([401, 404]);
    expect(await answer.text()).to.not.contain('URIError');
  });

  it('names the request on the page and in a header, and nothing of the inside', async () => {
    const answer = await ask('/nowhere');
    expect(await answer.text()).to.contain(answer.headers.get('x-request-id') ?? 'none');
    expect(answer.headers.get('x-powered-by')).to.equal(null);
  });

  it('sends the headers that keep a page safe inside a frame', async () => {
    const answer = await ask('/nowhere');
    expect(answer.headers.get('content-security-policy')).to.contain("script-src 'self'").and.to.contain("style-src 'self'");
    expect(answer.headers.get('x-frame-options')).to.equal(null);
    expect(answer.headers.get('referrer-policy')).to.equal('same-origin');
    expect(answer.headers.get('cache-control')).to.equal('no-store');
  });

  it('lets only the platform of the session frame a page', async () => {
    const learner = await signIn(services, { role: 'learner' });
    const platform = await services.database.data.read.platforms.find(learner.platformId);
    const page = await learner.get(`/courses/${learner.courseId}/map`);
    expect(page.headers.get('content-security-policy')).to.contain(`frame-ancestors 'self' ${platform?.issuer}`);
  });

  it('serves styles and scripts that may be cached', async () => {
    for (const path of ['/assets/app.css', '/assets/bootstrap.min.css', '/assets/logo.svg']) {
      const answer = await ask(path);
      expect(answer.status, path).to.equal(200);
      expect(answer.headers.get('cache-control'), path).to.contain('max-age');
    }
  });

  it('asks to open the activity again where there is no session', async () => {
    const answer = await ask('/courses/1/map');
    expect(answer.status).to.equal(401);
    expect(await answer.text()).to.contain('open the activity again');
  });

  describe('switching the language', () => {
    it('changes the session and the messages to come, and goes back to the page', async () => {
      const learner = await signIn(services, { role: 'learner', language: 'en' });
      const answer = await learner.post('/language', { language: 'nl', back: `/courses/${learner.courseId}/my-data` });
      expect(answer.status).to.equal(303);
      expect(answer.location).to.equal(`/courses/${learner.courseId}/my-data`);
      expect((await services.database.data.read.people.findPerson(learner.personId))?.language).to.equal('nl');
      expect((await learner.get('/courses/999999/map')).text).to.contain('lang="nl"');
    });

    it('never leads to another site', async () => {
      const learner = await signIn(services, { role: 'learner' });
      for (const back of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example']) {
        expect((await learner.post('/language', { language: 'nl', back })).location, back).to.equal('/');
      }
    });

    it('is refused without the form token, from another origin, and as JSON', async () => {
      const learner = await signIn(services, { role: 'learner', language: 'en' });
      const post = (init: RequestInit): Promise<Response> =>
        ask('/language', { method: 'POST', ...init, headers: { cookie: learner.cookie, ...(init.headers as Record<string, string>) } });
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      const own = { origin: new URL(services.web.publicUrl).origin };
      const body = new URLSearchParams({ csrf: learner.csrf, language: 'nl', back: '/' }).toString();
      expect((await post({ headers: { ...form, ...own }, body: 'language=nl&back=/' })).status).to.equal(403);
      expect((await post({ headers: { ...form, origin: 'https://evil.example' }, body })).status).to.equal(403);
      expect((await post({ headers: form, body })).status).to.equal(403);
      expect(
        (
          await post({
            headers: { ...own, 'content-type': 'application/json' },
            body: JSON.stringify({ csrf: learner.csrf, language: 'nl' }),
          })
        ).status,
      ).to.equal(415);
      expect((await services.database.data.read.people.findPerson(learner.personId))?.language).to.equal('en');
    });

    it('is refused with the form of the person before', async () => {
      const first = await signIn(services, { role: 'learner' });
      const second = await signIn(services, { role: 'learner', course: first, language: 'en' });
      const body = new URLSearchParams({ csrf: first.csrf, language: 'nl', back: '/' }).toString();
      const headers = {
        cookie: second.cookie,
        origin: new URL(services.web.publicUrl).origin,
        'content-type': 'application/x-www-form-urlencoded',
      };
      expect((await ask('/language', { method: 'POST', headers, body })).status).to.equal(403);
    });
  });
});

describe('the web application without its database', () => {
  it('asks to try again in a minute', async () => {
    const services = await startTestServices();
    services.web.health.isDatabaseAway = () => true;
    services.database.data.read.launches.findSession = () => Promise.reject(new Error('the pool is empty'));
    const learner = await signIn(services, { role: 'learner' });
    const answer = await learner.get(`/courses/${learner.courseId}/map`);
    expect(answer.status).to.equal(503);
    expect(answer.headers.get('retry-after')).to.equal('60');
    expect(answer.text).to.contain('not available for a moment');
    await services.stop();
  });
});
