import { expect } from 'chai';
import { readLaunch } from '../../../src/lti/verified-launch.js';
import { begin, type Claims, LTI, register } from '../../support/launches.js';
import { MOODLE_VERSIONS, moodleRecording } from '../../support/moodle-recordings.js';
import { type PlatformDouble, startPlatformDouble } from '../../support/platform-double.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

const PERSONAL = ['name', 'given_name', 'family_name', 'email', `${LTI}ext`];

const launches = {
  'launch-learner': { sub: '5', role: 'learner', link: '1', view: 'unset', item: 2, isAdministrator: false },
  'launch-learner-deep-linked-item-1': { sub: '6', role: 'learner', link: '2', view: 'map', item: 4, isAdministrator: false },
  'launch-learner-deep-linked-item-2': { sub: '6', role: 'learner', link: '3', view: 'unset', item: 5, isAdministrator: false },
  'launch-instructor': { sub: '3', role: 'instructor', link: '1', view: 'unset', item: null, isAdministrator: false },
  'launch-manager': { sub: '4', role: 'instructor', link: '1', view: 'unset', item: null, isAdministrator: false },
  'launch-site-administrator': { sub: '2', role: 'instructor', link: '1', view: 'unset', item: null, isAdministrator: true },
} as const;

for (const version of MOODLE_VERSIONS) {
  describe(`a launch as Moodle ${version} sends it`, () => {
    let services: TestServices;
    let double: PlatformDouble;
    before(async () => {
      double = await startPlatformDouble();
      services = await startTestServices();
    });
    after(async () => {
      await services.stop();
      await double.stop();
    });
    beforeEach(() => services.empty());

    const recorded = (name: string): Claims => moodleRecording<{ payload: Claims }>(version, name).payload;
    const replay = async (name: string, change: (claims: Claims) => Claims, loginName = 'login-initiation-resource-link') => {
      const payload = change(recorded(name));
      const platform = await register(services, double, { issuer: String(payload['iss']), clientId: String(payload['aud']) });
      const target = `${services.web.publicUrl}/lti/${name === 'launch-deep-linking' ? 'deep-link' : 'launch'}`;
      const { params } = moodleRecording<{ params: Record<string, string> }>(version, loginName);
      const begun = await begin(services, platform, { parameters: { ...params, target_link_uri: target } });
      expect(begun.authorization.searchParams.get('lti_message_hint')).to.equal(params['lti_message_hint']);
      const iat = Math.floor(services.protocolClock.now().getTime() / 1000);
      const fresh = { nonce: begun.nonce, iat, exp: iat + 60, [`${LTI}target_link_uri`]: target };
      const form = { state: begun.state, id_token: await double.sign({ ...payload, ...fresh }) };
      return { platform, answer: await begun.browser.post('/lti/launch', form), browser: begun.browser };
    };
    const withoutNames = (claims: Claims): Claims =>
      Object.fromEntries(Object.entries(claims).filter(([name]) => !PERSONAL.includes(name)));

    for (const [name, wanted] of Object.entries(launches)) {
      for (const [how, change] of [
        ['with names', (claims: Claims) => claims],
        ['without names and e-mail', withoutNames],
      ] as const) {
        it(`${name}, ${how}, gives the right person, course, role, link and values`, async () => {
          const { platform, answer } = await replay(name, change);
          expect(answer.status).to.equal(303);
          const { models, data } = services.database;
          const [person, course, placement, deployment, session] = await Promise.all([
            models.people.findOne({ rejectOnEmpty: true }),
            models.courses.findOne({ rejectOnEmpty: true }),
            models.placements.findOne({ rejectOnEmpty: true }),
            models.deployments.findOne({ rejectOnEmpty: true }),
            models.toolSessions.findOne({ rejectOnEmpty: true }),
          ]);
          const enrolment = await data.read.people.findEnrolment(person.id, course.id);
          const base = `${platform.issuer}/mod/lti/services.php`;
          expect({ sub: person.sub, role: enrolment?.role, link: placement.ltiResourceLinkId, view: placement.view }).to.deep.equal({
            sub: wanted.sub,
            role: wanted.role,
            link: wanted.link,
            view: wanted.view,
          });
          expect(placement.lineItemUrl).to.equal(wanted.item && `${base}/2/lineitems/${wanted.item}/lineitem?type_id=1`);
          expect(Boolean(session.isAdministrator)).to.equal(wanted.isAdministrator);
          expect(session.nameSealed === null).to.equal(how !== 'with names');
          expect(deployment.ltiDeploymentId).to.equal('1');
          expect({ ...(await data.read.people.findCourse(course.id)), id: 0, platformId: 0 }).to.deep.equal({
            id: 0,
            platformId: 0,
            ltiContextId: '2',
            title: 'Klantgericht adviseren',
            label: 'KLANT1',
            kind: 'course',
            membershipsUrl: `${base}/CourseSection/2/bindings/1/memberships`,
            lineItemsUrl: `${base}/2/lineitems?type_id=1`,
            endsAt: null,
          });
        });
      }
    }

    it('reads the custom values, and what Moodle did not fill in as not there', () => {
      const payload = recorded('launch-learner-deep-linked-item-1');
      const target = 'http://127.0.0.1:9051/lti/launch';
      const issuer = String(payload['iss']);
      const platform = {
        id: 1,
        issuer,
        clientId: 'x',
        authorizationEndpoint: `${issuer}/a`,
        tokenEndpoint: `${issuer}/t`,
        jwksUri: `${issuer}/j`,
      };
      const read = (custom: Record<string, string | null>) =>
        readLaunch(
          { ...payload, [`${LTI}target_link_uri`]: target, [`${LTI}custom`]: { ...(payload[`${LTI}custom`] as object), ...custom } },
          platform,
          { target, publicUrl: 'http://127.0.0.1:9051' },
        );
      expect(read({}).custom).to.deep.equal({ view: 'map', map: 'm1', contextHistory: [] });
      const filled = read({ context_history: '7,5', course_end: '2027-01-31T23:00:00+00:00', view: 'intention' });
      expect(filled.custom).to.deep.equal({ view: 'intention', map: 'm1', contextHistory: ['7', '5'] });
      expect(filled.course?.endsAt?.toISOString()).to.equal('2027-01-31T23:00:00.000Z');
      expect(read({ context_history: '$Context.id.history', map: null }).custom)
        .to.include({ map: null })
        .and.deep.include({ contextHistory: [] });
    });

    it('opens the choice of content for a designer', async () => {
      const { answer, browser } = await replay('launch-deep-linking', withoutNames, 'login-initiation-deep-linking');
      expect([answer.status, answer.location]).to.deep.equal([303, '/deep-link']);
      const page = await browser.get('/deep-link');
      expect(page.status).to.equal(200);
      expect(page.text.match(/type="radio" name="template"/g)).to.have.length(4);
      const rows = JSON.stringify(await services.database.sequelize.query('select * from tool_sessions'));
      expect(rows.includes('SESSKEY')).to.equal(false);
    });
  });
}
