import { expect } from 'chai';
import { defaults } from '../../../config/defaults.js';
import type { Platform } from '../../../src/usecases/ports/platforms.js';
import { launchWorld } from '../../support/launch-world.js';
import { type Begun, begin, goodClaims, loginParameters, openBrowser, register } from '../../support/launches.js';
import type { PlatformDouble } from '../../support/platform-double.js';
import type { Answer } from '../../support/sign-in.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('at the login', () => {
  const world = launchWorld();
  let services: TestServices;
  let double: PlatformDouble;
  let platform: Platform;
  beforeEach(() => {
    ({ services, double, platform } = world);
  });

  const login = async (overrides: Record<string, string | undefined>): Promise<Answer> =>
    (await openBrowser(services)).post('/lti/login', loginParameters(services, platform, overrides));
  const cases: [string, Record<string, string | undefined>, number, string][] = [
    ['L02 no issuer', { iss: undefined }, 400, 'issuer-missing'],
    ['L02 an empty issuer', { iss: '' }, 400, 'issuer-missing'],
    ['L03 no login_hint', { login_hint: undefined }, 400, 'login-hint-missing'],
    ['L04 no target_link_uri', { target_link_uri: undefined }, 400, 'target-missing'],
    ['L05 an unknown issuer', { iss: 'https://unknown.example' }, 404, 'platform-unknown'],
    ['L06 an unknown client', { client_id: 'other' }, 404, 'client-unknown'],
    ['L10 a target on another host', { target_link_uri: 'https://evil.example/lti/launch' }, 400, 'target-foreign'],
    ['L10 a script as target', { target_link_uri: 'javascript:alert(1)' }, 400, 'target-foreign'],
    ['L10 data as target', { target_link_uri: 'data:text/html,x' }, 400, 'target-foreign'],
    ['L10 a target without scheme', { target_link_uri: '//evil.example/' }, 400, 'target-foreign'],
    ['L10 a target with credentials', { target_link_uri: 'http://localhost:3000@evil.example/' }, 400, 'target-foreign'],
    ['L10 a target with a backslash', { target_link_uri: 'http://localhost:3000\\@evil.example/' }, 400, 'target-foreign'],
    ['L10 a target with line ends', { target_link_uri: 'http://localhost:3000/\r\nX: y' }, 400, 'target-foreign'],
    ['L12 a hint of more than 8 kB', { lti_message_hint: 'x'.repeat(9000) }, 400, 'login-malformed'],
  ];
  for (const [name, overrides, status, reason] of cases) {
    it(`refuses ${name}, without any call`, async () => {
      const answer = await login(overrides);
      await world.expectRefusal(answer, status, reason);
      expect(double.seen).to.deep.equal([]);
      expect(await services.database.models.pendingLaunches.count()).to.equal(0);
    });
  }

  it('L01 shows the addresses to copy when opened by hand', async () => {
    for (const path of ['/lti/login', '/lti/launch', '/lti/deep-link']) {
      const answer = await (await openBrowser(services)).get(path);
      expect(answer.status, path).to.equal(200);
      for (const end of ['login', 'launch', 'jwks', 'deep-link'])
        expect(answer.text).to.include(`<code>${services.web.publicUrl}/lti/${end}</code>`);
    }
  });

  it('refuses a parameter given twice', async () => {
    const body = new URLSearchParams(loginParameters(services, platform));
    body.append('iss', 'https://evil.example');
    await world.expectRefusal(await (await openBrowser(services)).post('/lti/login', body.toString()), 400, 'login-malformed');
  });

  it('L07 takes the only client of an issuer, and L08 asks which of two', async () => {
    expect((await login({ client_id: undefined })).status).to.equal(303);
    await register(services, double, { clientId: 'second' });
    world.clear();
    await world.expectRefusal(await login({ client_id: undefined }), 400, 'client-needed');
  });

  it('L12 refuses a body of more than 64 kB', async () => {
    expect((await login({ lti_message_hint: 'x'.repeat(70_000) })).status).to.equal(413);
  });

  it('L14 leaves an unknown deployment to the launch', async () => {
    expect((await login({ lti_deployment_id: 'unknown' })).status).to.equal(303);
  });

  it('L15 refuses a platform that was closed, in the person’s language and framed by that platform only', async () => {
    await services.database.data.write(({ platforms }) => platforms.update(platform.id, { status: 'disabled' }, new Date()));
    const browser = await openBrowser(services);
    const answer = await browser.post('/lti/login', loginParameters(services, platform), { 'accept-language': 'nl-BE,nl' });
    await world.expectRefusal(answer, 403, 'platform-disabled');
    expect(answer.text).to.include('Dit staat niet voor je open');
    expect(answer.headers.get('content-security-policy')).to.include(`frame-ancestors 'self' ${double.issuer}`);
  });

  it('L20 takes forms only, by GET and POST only', async () => {
    const browser = await openBrowser(services);
    expect((await browser.post('/lti/login', '{}', { 'content-type': 'application/json' })).status).to.equal(415);
    expect((await browser.post('/lti/login', '--x--', { 'content-type': 'multipart/form-data; boundary=x' })).status).to.equal(415);
    expect((await browser.get(`/lti/login?${new URLSearchParams(loginParameters(services, platform))}`)).status).to.equal(303);
  });

  it('L18, L19 offers a new tab where the frame has no cookie, and uses nothing up', async () => {
    const begun = await login({});
    const stranger = await openBrowser(services);
    const page = await stranger.get(begun.location ?? '', { 'sec-fetch-dest': 'iframe' });
    expect(page.status).to.equal(200);
    const link = /href="(\/lti\/login\/continue[^"]*)"[^>]*target="_blank"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(page.headers.getSetCookie()).to.deep.equal([]);
    const insideFrame = await stranger.get(link, { 'sec-fetch-dest': 'iframe' });
    expect(insideFrame.status).to.equal(200);
    const newTab = await stranger.get(link, { 'sec-fetch-dest': 'document' });
    expect(newTab.status).to.equal(303);
    expect(new URL(newTab.location ?? '').origin).to.equal(double.issuer);
    expect(stranger.cookies.size).to.equal(1);
  });

  it('P15, L19 binds no launch to a browser that another site sent here, so that no token of somebody else can follow', async () => {
    const begun = await login({});
    const victim = await openBrowser(services);
    for (const site of ['cross-site', 'same-site']) {
      const headers = { 'sec-fetch-dest': 'document', 'sec-fetch-site': site };
      const answer = await victim.get(`${begun.location}&top=1`, headers);
      expect(answer.status, site).to.equal(400);
      expect(victim.cookies.size, site).to.equal(0);
    }
    const own = await victim.get(`${begun.location}&top=1`, { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'same-origin' });
    expect(own.status).to.equal(303);
  });

  it('tells a designer whose frame has no cookies to save without choosing', async () => {
    const begun = await login({ target_link_uri: `${services.web.publicUrl}/lti/deep-link` });
    const headers = { 'sec-fetch-dest': 'iframe', 'accept-language': 'en' };
    const page = await (await openBrowser(services)).get(begun.location ?? '', headers);
    expect(page.text).to.include('Save the activity without choosing; pick the map when you first open it.');
    expect(page.text).to.not.include('target="_blank"');
  });

  it('refuses an unknown or outdated handle', async () => {
    const browser = await openBrowser(services);
    expect((await browser.get(`/lti/login/continue?h=${'x'.repeat(43)}`)).status).to.equal(400);
    const begun = await login({});
    services.protocolClock.advance(11 * 60_000);
    expect((await browser.get(begun.location ?? '')).status).to.equal(400);
  });
});

describe('around the token', () => {
  const world = launchWorld();
  let services: TestServices;
  let double: PlatformDouble;
  let platform: Platform;
  beforeEach(() => {
    ({ services, double, platform } = world);
  });

  const post = async (form: (begun: Begun, token: string) => Record<string, string> | string, path = '/lti/launch'): Promise<Answer> => {
    const begun = await begin(services, platform);
    const token = await double.sign(goodClaims(services, platform, begun.nonce));
    world.clear();
    return begun.browser.post(path, form(begun, token));
  };

  it('P02 refuses an empty form', async () => world.expectRefusal(await post(() => ''), 400, 'state-missing'));
  it('P06 refuses a token given twice', async () =>
    world.expectRefusal(await post(({ state }, t) => `state=${state}&id_token=${t}&id_token=${t}`), 400, 'parameter-repeated'));
  it('P06 refuses a state given twice', async () =>
    world.expectRefusal(await post(({ state }, t) => `state=${state}&state=${state}&id_token=${t}`), 400, 'parameter-repeated'));
  it('P07 does not read a token from the address', async () => {
    const begun = await begin(services, platform);
    const token = await double.sign(goodClaims(services, platform, begun.nonce));
    world.clear();
    await world.expectRefusal(await begun.browser.post(`/lti/launch?id_token=${token}`, { state: begun.state }), 400, 'token-missing');
  });
  it('P08 refuses a form of more than 64 kB', async () => {
    expect((await post(({ state }) => ({ state, id_token: 'x'.repeat(70_000) }))).status).to.equal(413);
  });
  it('P09 refuses an unknown state', async () =>
    world.expectRefusal(await post((_, t) => ({ state: 'unknown', id_token: t })), 400, 'state-unknown'));
  it('P09 refuses a state that is over', async () => {
    const begun = await begin(services, platform);
    services.protocolClock.advance(10 * 60_000);
    const token = await double.sign(goodClaims(services, platform, begun.nonce));
    world.clear();
    await world.expectRefusal(await begun.browser.post('/lti/launch', { state: begun.state, id_token: token }), 400, 'state-expired');
  });
  it('P11, P15 refuses another browser', async () => {
    const begun = await begin(services, platform);
    const token = await double.sign(goodClaims(services, platform, begun.nonce));
    world.clear();
    await world.expectRefusal(
      await (await openBrowser(services)).post('/lti/launch', { state: begun.state, id_token: token }),
      400,
      'browser-mismatch',
    );
  });
  it('P12 refuses a cookie of another pending launch', async () => {
    const begun = await begin(services, platform);
    const other = await begin(services, platform);
    const [name = ''] = begun.cookies.keys();
    const [value = ''] = other.cookies.values();
    const mixed = await openBrowser(services, new Map([[name, value]]));
    const token = await double.sign(goodClaims(services, platform, begun.nonce));
    world.clear();
    await world.expectRefusal(await mixed.post('/lti/launch', { state: begun.state, id_token: token }), 400, 'browser-mismatch');
  });
  it('P03 shows a refusal of the platform without its words, and closes the launch', async () => {
    const begun = await begin(services, platform);
    world.clear();
    const error = { error: 'access_denied', error_description: '<b>secret words</b>', state: begun.state };
    const answer = await begun.browser.post('/lti/launch', error);
    await world.expectRefusal(answer, 403, 'platform-refused');
    expect(answer.text).to.not.include('secret words');
    expect((await begun.browser.post('/lti/launch', error)).status).to.equal(400);
  });
  it('P04 refuses an error without a state', async () =>
    world.expectRefusal(await post(() => ({ error: 'access_denied' })), 400, 'state-missing'));
  it('P16 refuses other types of content', async () => {
    const browser = await openBrowser(services);
    expect((await browser.post('/lti/launch', '{}', { 'content-type': 'application/json' })).status).to.equal(415);
  });
});

describe('a flood of logins', () => {
  it('L16 is stopped with 429 and a moment to wait', async () => {
    const services = await startTestServices({ defaults: { ...defaults, launchesPerMinute: 3 as never } });
    const browser = await openBrowser(services);
    const statuses: number[] = [];
    for (let index = 0; index < 5; index += 1) statuses.push((await browser.post('/lti/login', {})).status);
    const last = await browser.post('/lti/login', {});
    await services.stop();
    expect(statuses).to.deep.equal([400, 400, 400, 429, 429]);
    expect(Number(last.headers.get('retry-after'))).to.be.within(1, 60);
  });
});
