import { expect } from 'chai';
import { openBrowser, register } from '../../support/launches.js';
import { type PlatformDouble, startPlatformDouble } from '../../support/platform-double.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('dynamic registration', () => {
  let services: TestServices;
  let double: PlatformDouble;
  let other: PlatformDouble;
  before(async () => {
    double = await startPlatformDouble();
    other = await startPlatformDouble();
    services = await startTestServices();
  });
  after(async () => {
    await services.stop();
    await double.stop();
    await other.stop();
  });
  beforeEach(async () => {
    double.reset();
    other.reset();
    await services.empty();
  });

  const makeLink = async (platformId: number | null = null): Promise<string> =>
    new URL((await services.lti.platforms.makeRegistrationLink({ platformId })).url).search;
  const open = async (search: string, configuration = `${double.issuer}/openid-configuration`, headers = {}) => {
    const more = new URLSearchParams({ openid_configuration: configuration, registration_token: 'one-hour-token' });
    return (await openBrowser(services)).get(`/lti/register${search}&${more}`, { 'accept-language': 'en', ...headers });
  };
  const platforms = () => services.database.data.read.platforms.list();
  const configuration = (changes: Record<string, unknown>): Record<string, unknown> => ({
    issuer: double.issuer,
    authorization_endpoint: `${double.issuer}/auth`,
    token_endpoint: `${double.issuer}/token`,
    jwks_uri: `${double.issuer}/certs`,
    registration_endpoint: `${double.issuer}/register`,
    ...changes,
  });

  it('registers a pending platform with its deployment, and tells the clicks that are left', async () => {
    const answer = await open(await makeLink());
    expect(answer.status).to.equal(200);
    expect(answer.text).to.include('Activate').and.to.include('Show in activity chooser');
    expect(answer.text).to.include(`data-close-origin="${double.issuer}"`).and.to.include('<script src="/assets/lti-close.js" defer>');
    expect(answer.headers.get('content-security-policy')).to.include(`frame-ancestors 'self' ${double.issuer}`);
    const [platform] = await platforms();
    expect(platform).to.deep.include({
      issuer: double.issuer,
      clientId: 'client-from-registration',
      authorizationEndpoint: `${double.issuer}/auth`,
      tokenEndpoint: `${double.issuer}/token`,
      jwksUri: `${double.issuer}/certs`,
      status: 'pending',
      timeZone: 'Europe/Brussels',
    });
    const deployments = await services.database.data.read.platforms.listDeployments(platform?.id ?? 0);
    expect(deployments.map(({ ltiDeploymentId }) => ltiDeploymentId)).to.deep.equal(['7']);
  });

  it('asks for the name only, the scopes it uses, both messages and two custom parameters', async () => {
    await open(await makeLink());
    const sent = double.seen.find(({ path }) => path === '/register');
    expect(sent?.headers['authorization']).to.equal('Bearer one-hour-token');
    const { publicUrl } = services.web;
    expect(JSON.parse(sent?.body ?? '')).to.deep.include({
      initiate_login_uri: `${publicUrl}/lti/login`,
      redirect_uris: [`${publicUrl}/lti/launch`],
      jwks_uri: `${publicUrl}/lti/jwks`,
      logo_uri: `${publicUrl}/assets/logo.svg`,
      token_endpoint_auth_method: 'private_key_jwt',
      response_types: ['id_token'],
      scope: [
        'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
        'https://purl.imsglobal.org/spec/lti-ags/scope/score',
        'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
        'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
      ].join(' '),
    });
    const tool = JSON.parse(sent?.body ?? '')['https://purl.imsglobal.org/spec/lti-tool-configuration'];
    expect(tool).to.deep.include({
      domain: new URL(publicUrl).host,
      target_link_uri: `${publicUrl}/lti/launch`,
      claims: ['iss', 'sub', 'name'],
      custom_parameters: { context_history: '$Context.id.history', course_end: '$CourseSection.timeFrame.end' },
    });
    expect(
      tool.messages.map((message: { type: string; target_link_uri: string }) => [message.type, message.target_link_uri]),
    ).to.deep.equal([
      ['LtiResourceLinkRequest', `${publicUrl}/lti/launch`],
      ['LtiDeepLinkingRequest', `${publicUrl}/lti/deep-link`],
    ]);
  });

  it('opens once, for twenty-four hours, and not when it was revoked or made up', async () => {
    const used = await makeLink();
    expect((await open(used)).status).to.equal(200);
    const old = await makeLink();
    const revoked = await makeLink();
    const [, , last] = await services.lti.platforms.listRegistrationLinks();
    await services.lti.platforms.revokeRegistrationLink({ id: last?.id ?? 0 });
    double.reset();
    expect((await open(used)).status).to.equal(410);
    expect((await open(revoked)).status).to.equal(410);
    expect((await open(`?key=${'x'.repeat(43)}`)).status).to.equal(410);
    services.protocolClock.advance(24 * 3_600_000);
    expect((await open(old)).status).to.equal(410);
    expect(double.seen).to.deep.equal([]);
    const states = (await services.lti.platforms.listRegistrationLinks()).map(({ state }) => state);
    expect(states).to.deep.equal(['used', 'expired', 'revoked']);
  });

  it('keeps a key only as a hash', async () => {
    const key = new URLSearchParams(await makeLink()).get('key') ?? 'none';
    const [rows] = await services.database.sequelize.query('select * from registration_links');
    expect(JSON.stringify(rows).includes(key)).to.equal(false);
  });

  it('is used once by two that come at the same time', async () => {
    const link = await makeLink();
    const answers = await Promise.all([open(link), open(link)]);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 410]);
    expect(await platforms()).to.have.length(1);
  });

  it('updates the same client in place and keeps its state', async () => {
    const known = await register(services, double, { clientId: 'client-from-registration', jwksUri: `${double.issuer}/old` });
    const answer = await open(await makeLink());
    expect(answer.text).to.include('its settings are up to date again');
    expect(await platforms()).to.deep.equal([{ ...known, jwksUri: `${double.issuer}/certs` }]);
  });

  it('makes a new client of a known issuer a platform of its own', async () => {
    const known = await register(services, double);
    await open(await makeLink());
    const [first, second] = await platforms();
    expect(first).to.deep.equal(known);
    expect(second).to.include({ clientId: 'client-from-registration', status: 'pending' });
  });

  it('replaces the client of the platform a link was made for, and of that site only', async () => {
    const known = await register(services, double, { name: 'Kept' });
    const foreign = await open(await makeLink(known.id), `${other.issuer}/openid-configuration`);
    expect(foreign.status).to.equal(400);
    expect(foreign.text).to.include('This link was made for another course site.');
    expect(other.countOf('/register')).to.equal(0);
    expect((await open(await makeLink(known.id))).text).to.include('people and courses are kept');
    expect(await platforms()).to.deep.equal([{ ...known, clientId: 'client-from-registration' }]);
  });

  it('tells what went wrong, with the platform’s own answer, and the link still works', async () => {
    const link = await makeLink();
    double.answer('/register', (_request, res) => res.writeHead(401).end('token_already_used <b>'));
    const failed = await open(link);
    expect(failed.status).to.equal(400);
    expect(failed.text).to.include('token_already_used &lt;b&gt;').and.to.include('SetEnvIf Authorization');
    expect(await platforms()).to.deep.equal([]);
    double.reset();
    expect((await open(link)).status).to.equal(200);
  });

  const refused: [string, () => Record<string, unknown>, string][] = [
    ['an issuer on another host', () => configuration({ issuer: other.issuer }), 'calls itself by another address'],
    ['registration on another host', () => configuration({ registration_endpoint: `${other.issuer}/register` }), 'at another host'],
    ['addresses of another scheme', () => configuration({ jwks_uri: 'https://127.0.0.1/certs' }), 'mixes http and https'],
    ['an address that is none', () => configuration({ token_endpoint: 'javascript:alert(1)' }), 'not complete'],
    ['nothing', () => ({}), 'not complete'],
  ];
  for (const [name, made, words] of refused) {
    it(`refuses ${name}, and sends the registration token nowhere`, async () => {
      double.answer('/openid-configuration', (_request, res) => res.end(JSON.stringify(made())));
      const answer = await open(await makeLink());
      expect(answer.status).to.equal(400);
      expect(answer.text).to.include(words);
      expect(double.countOf('/register') + other.seen.length).to.equal(0);
      expect(await platforms()).to.deep.equal([]);
    });
  }

  it('asks no private address and no plain http when insecure platforms are not allowed', async () => {
    const strict = await startTestServices({ allowInsecurePlatforms: false });
    try {
      const { url } = await strict.lti.platforms.makeRegistrationLink({ platformId: null });
      const browser = await openBrowser(strict);
      const ask = async (address: string): Promise<string> => {
        const search = new URLSearchParams({ openid_configuration: address });
        return (await browser.get(`/lti/register${new URL(url).search}&${search}`, { 'accept-language': 'en' })).text;
      };
      expect(await ask(`${double.issuer}/openid-configuration`)).to.include('has no https address');
      expect(await ask('https://169.254.169.254/')).to.include('has a private address');
      expect(await ask('https://[::1]/')).to.include('has a private address');
      expect(await ask('https://u:p@lms.example/')).to.include('not a web address');
      expect(double.seen).to.deep.equal([]);
    } finally {
      await strict.stop();
    }
  });

  it('tells a person who opens the link by hand where to paste it', async () => {
    const answer = await (await openBrowser(services)).get(`/lti/register${await makeLink()}`, { 'accept-language': 'nl' });
    expect(answer.status).to.equal(200);
    expect(answer.text).to.include('Plak deze link in je leerplatform');
  });
});
