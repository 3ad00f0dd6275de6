import { expect } from 'chai';
import type { Platform } from '../../../src/usecases/ports/platforms.js';
import { launchWorld } from '../../support/launch-world.js';
import { begin, type Claims, goodClaims, LTI, launch, MEMBERSHIP, storedRows } from '../../support/launches.js';
import type { PlatformDouble } from '../../support/platform-double.js';
import type { TestServices } from '../../support/test-services.js';

describe('in roles', () => {
  const world = launchWorld();
  let services: TestServices;
  let double: PlatformDouble;
  let platform: Platform;
  beforeEach(() => {
    ({ services, double, platform } = world);
  });

  const roleOf = async (...roles: string[]): Promise<unknown> => {
    const answer = await launch(services, double, platform, { claims: { [`${LTI}roles`]: roles } });
    const enrolment = await services.database.models.enrolments.findOne();
    return answer.status === 303 ? enrolment?.role : answer.status;
  };
  it('T16 gives least rights without a role', async () => expect(await roleOf()).to.equal('learner'));
  it('T17 does not take an institution’s teacher for this course’s', async () =>
    expect(await roleOf('http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor', `${MEMBERSHIP}Learner`)).to.equal(
      'learner',
    ));
  it('T18 gives an assistant no designer rights', async () =>
    expect(await roleOf('http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant')).to.equal('learner'));
  it('T19 gives a short role name least rights', async () => expect(await roleOf('Instructor')).to.equal('learner'));
  it('T31, T32 ignores whom somebody mentors or looks for', async () => {
    const claims = { [`${LTI}role_scope_mentor`]: ['8', '9'], [`${LTI}for_user`]: { user_id: '8' } };
    await launch(services, double, platform, { claims });
    const person = await services.database.models.people.findOne();
    expect(person?.sub).to.equal('5');
    expect(await services.database.models.people.count()).to.equal(1);
  });
});

describe('what must be accepted', () => {
  const world = launchWorld();
  let services: TestServices;
  let double: PlatformDouble;
  let platform: Platform;
  beforeEach(() => {
    ({ services, double, platform } = world);
  });

  const seconds = (): number => Math.floor(services.protocolClock.now().getTime() / 1000);
  const cases: [string, () => Claims][] = [
    ['a plain launch', () => ({})],
    ['several roles', () => ({ [`${LTI}roles`]: [`${MEMBERSHIP}Learner`, `${MEMBERSHIP}Mentor`, 'urn:x'] })],
    ['an unknown role', () => ({ [`${LTI}roles`]: ['http://example.org/role#Wizard'] })],
    ['an e-mail only', () => ({ email: 'a@example.com' })],
    ['names only', () => ({ name: 'A B', given_name: 'A', family_name: 'B' })],
    ['a new resource link', () => ({ [`${LTI}resource_link`]: { id: 'brand-new' } })],
    ['unknown claims', () => ({ 'https://example.org/x': { deep: [1, 2, { three: true }] }, x: null })],
    ['J18 a list with us as audience', () => ({ aud: ['client-1'] })],
    ['azp = us', () => ({ azp: 'client-1' })],
    ['J24 a token over for twenty seconds', () => ({ iat: seconds() - 80, exp: seconds() - 20 })],
    ['a platform clock half a minute ahead', () => ({ iat: seconds() + 30, exp: seconds() + 90 })],
    ['a context without type', () => ({ [`${LTI}context`]: { id: '2' } })],
    ['a deployment with spaces and signs', () => ({ [`${LTI}deployment_id`]: 'a b — “ç” 7' })],
    ['custom values that are null or not filled in', () => ({ [`${LTI}custom`]: { a: null, course_end: '$CourseSection.timeFrame.end' } })],
    ['titles of the wrong type', () => ({ [`${LTI}context`]: { id: '2', title: 7, label: [] }, name: { a: 1 } })],
  ];
  for (const [name, claims] of cases) {
    for (const role of ['Learner', 'Instructor']) {
      it(`${name}, of a ${role.toLowerCase()}`, async () => {
        const answer = await launch(services, double, platform, { claims: { [`${LTI}roles`]: [`${MEMBERSHIP}${role}`], ...claims() } });
        expect(answer.status).to.equal(303);
        expect(await storedRows(services)).to.include({ people: 1, courses: 1, toolSessions: 1 });
      });
    }
  }
});

describe('the log of a launch', () => {
  const world = launchWorld();
  let services: TestServices;
  let double: PlatformDouble;
  let platform: Platform;
  beforeEach(() => {
    ({ services, double, platform } = world);
  });

  it('never writes a token, state, name or e-mail into the log', async () => {
    const begun = await begin(services, platform);
    const token = await double.sign(
      goodClaims(services, platform, begun.nonce, { name: 'Lea Learner', email: 'lea@example.com', aud: 'x' }),
    );
    await begun.browser.post('/lti/launch', { state: begun.state, id_token: token });
    const written = JSON.stringify(world.lines);
    for (const secret of [token, begun.state, begun.nonce, 'Lea', 'lea@example.com'])
      expect(written.includes(secret), secret).to.equal(false);
  });
});
