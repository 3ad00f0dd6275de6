import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { createRemoteJWKSet, decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import { createRobot } from '../../src/demo/seed/robot.js';
import { startTestLms, type TestLms } from '../support/demo-platform.js';
import { type DoubleTool, startDoubleTool } from '../support/double-tool.js';

const recorded = (name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/demo/${name}.json`, import.meta.url), 'utf8')) as { payload: Record<string, unknown> };
const SCOPES = [
  'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
].join(' ');

describe('launches of the demo LMS', () => {
  let lms: TestLms;
  let tool: DoubleTool;
  before(async () => {
    lms = await startTestLms();
    tool = await startDoubleTool();
    await tool.register(lms, SCOPES);
  });
  after(async () => {
    await tool.close();
    await lms.close();
  });

  const launch = async (personId: string, path: string): Promise<JWTPayload> => {
    await createRobot(lms.platform, { personId, language: 'nl' }).open(`${lms.url}${path}`);
    const token = tool.launches.at(-1)?.['id_token'] ?? '';
    const keys = createRemoteJWKSet(new URL(`${lms.url}/mod/lti/certs.php`));
    await jwtVerify(token, keys, { issuer: lms.url, audience: lms.platform.state.tool?.clientId ?? '' });
    return decodeJwt(token);
  };

  it('carry the claims that a real Moodle sent to a tool with the same settings', async () => {
    const activity = lms.addActivity({ view: 'intention' }, { isGraded: true });
    const claims = await launch(lms.learner.id, `/mod/lti/launch.php?l=${activity}`);
    const real = Object.keys(recorded('launch-learner').payload).filter((name) => !/^email$|basicoutcome/.test(name));
    expect(Object.keys(claims)).to.have.members(real);
    expect(claims.sub).to.equal(lms.learner.id);
    expect(claims.exp! - claims.iat!).to.equal(60);
    expect(claims['https://purl.imsglobal.org/spec/lti/claim/custom']).to.include({
      view: 'intention',
      context_history: '',
      unknown: '$Foo.bar',
    });
    expect(claims['https://purl.imsglobal.org/spec/lti/claim/launch_presentation']).to.include({ locale: 'nl', document_target: 'iframe' });
    expect(claims['https://purl.imsglobal.org/spec/lti-ags/claim/endpoint']).to.have.property('lineitem');
  });

  it('carry deep-linking claims as Moodle writes them', async () => {
    lms.addActivity({ view: 'map' });
    const claims = await launch(lms.designer.id, `/mod/lti/contentitem.php?course=${lms.courseId}`);
    const real = Object.keys(recorded('launch-deep-linking').payload).filter((name) => name !== 'email');
    expect(Object.keys(claims)).to.have.members(real);
    expect(claims['https://purl.imsglobal.org/spec/lti/claim/target_link_uri']).to.equal(`${tool.url}/deep`);
  });

  it('name the roles as Moodle does', async () => {
    const activity = lms.addActivity({ view: 'map' });
    const roles = async (personId: string) =>
      ((await launch(personId, `/mod/lti/launch.php?l=${activity}`))['https://purl.imsglobal.org/spec/lti/claim/roles'] as string[]).map(
        (role) => role.replace(/.*\//, ''),
      );
    expect(await roles(lms.learner.id)).to.deep.equal(['membership#Learner']);
    expect(await roles(lms.designer.id)).to.deep.equal(['membership#Instructor']);
    expect(await roles(lms.administrator.id)).to.deep.equal(['person#Administrator', 'membership#Instructor', 'person#Administrator']);
  });

  describe('refuse', () => {
    const authorize = async (personId: string, change: Record<string, string> = {}, useTwice = false) => {
      const activity = lms.addActivity({ view: 'map' });
      const robot = createRobot(lms.platform, { personId, language: 'en' });
      const login = await robot.open(`${lms.url}/mod/lti/launch.php?l=${activity}`, /auth\.php/);
      const address = new URL(login.url);
      if (useTwice) await robot.open(address.toString());
      for (const [name, value] of Object.entries(change)) address.searchParams.set(name, value);
      const page = await robot.open(address.toString());
      return { page, posted: tool.launches.at(-1) };
    };

    it('an address that is not registered, with a page and not with a post', async () => {
      const before = tool.launches.length;
      const { page } = await authorize(lms.learner.id, { redirect_uri: `${tool.url}/launch/` });
      expect(page.status).to.equal(404);
      expect(tool.launches.length).to.equal(before);
    });

    it('another person than the one signed in', async () => {
      const { posted } = await authorize(lms.learner.id, { login_hint: lms.otherLearner.id });
      expect(posted).to.deep.equal({ error: 'access_denied', state: 'state-1' });
    });

    it('another scope than openid', async () => {
      const { posted } = await authorize(lms.learner.id, { scope: 'openid profile' });
      expect(posted).to.include({ error: 'invalid_scope' });
    });

    it('a launch that was used already', async () => {
      const { page } = await authorize(lms.learner.id, {}, true);
      expect(page.status).to.equal(404);
    });
  });
});
