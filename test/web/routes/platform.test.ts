import { expect } from 'chai';
import { type SignedIn, signIn } from '../../support/sign-in.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('the platform page', () => {
  let services: TestServices;
  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());
  beforeEach(() => services.empty());

  const administrator = (language: 'en' | 'nl' = 'en'): Promise<SignedIn> =>
    signIn(services, { role: 'instructor', isAdministrator: true, language, courseTitle: 'Advice <b>& more' });

  it('shows the courses of this platform only, with a way to each report', async () => {
    const viewer = await administrator();
    await signIn(services, { role: 'learner', courseTitle: 'Course of another platform' });
    const page = await viewer.get('/platform');
    expect(page.status).to.equal(200);
    expect(page.text).to.include('Advice &lt;b&gt;&amp; more').and.to.include(`href="/courses/${viewer.courseId}/report"`);
    expect(page.text).to.not.include('Course of another platform');
  });

  it('shows registration, connection, waiting messages and what the worker did', async () => {
    const viewer = await administrator();
    const now = services.calendarClock.now();
    await services.database.data.write(async ({ platforms, jobs, deliveries }) => {
      await platforms.saveConnection({
        platformId: viewer.platformId,
        siteUrl: 'https://lms.example',
        tokenSealed: 'sealed-token',
        serviceUserId: '9',
        state: 'stopped',
        stopReason: 'invalidtoken',
        checkedAt: now,
      });
      await jobs.takeLease('send-deliveries', { token: 'lease', until: now }, now);
      await jobs.finish('send-deliveries', 'lease', { succeeded: false, errorCode: 'moodle-500' }, now);
      const { personId, platformId, placementId } = viewer;
      await deliveries.add({ platformId, personId, placementId, followUpIds: [], kind: 'invite' }, now);
    });
    const { text } = await viewer.get('/platform');
    for (const words of ['Active', 'Stopped (invalidtoken)', 'https://lms.example', '(moodle-500)', 'Europe/Brussels'])
      expect(text).to.include(words);
    expect(text).to.match(/<dt>Waiting to be sent<\/dt><dd>1<\/dd>/);
    expect(text).to.not.include('sealed-token');
  });

  it('says in Dutch that Moodle is not connected', async () => {
    expect((await (await administrator('nl')).get('/platform')).text).to.include('Moodle is niet gekoppeld.');
  });

  it('is closed to instructors and learners', async () => {
    for (const role of ['instructor', 'learner'] as const)
      expect((await (await signIn(services, { role })).get('/platform')).status).to.equal(403);
  });
});
