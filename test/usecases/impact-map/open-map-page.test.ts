import { expect } from 'chai';
import { type SignedIn, signIn } from '../../support/sign-in.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('openMapPage', () => {
  let services: TestServices;
  let learner: SignedIn;
  before(async () => {
    services = await startTestServices();
  });
  beforeEach(async () => {
    await services.empty();
    learner = await signIn(services, { role: 'learner' });
    await services.web.maps.chooseTemplate({ courseId: learner.courseId, personId: learner.personId, templateCode: 'A' });
  });
  after(() => services.stop());

  const momentOf = async (person: SignedIn, role: 'learner' | 'instructor' = 'learner') =>
    (await services.web.maps.openMapPage({ personId: person.personId, courseId: person.courseId, role })).moment;

  async function participate(completedAt: Date | null): Promise<number> {
    const startedAt = services.calendarClock.now();
    const { models } = services.database;
    const run = await models.runs.create({ courseId: learner.courseId, number: 1, isCurrent: true, smallestGroup: 5, startedAt });
    const row = { runId: run.id, personId: learner.personId, attempt: 1, enrolledAt: startedAt, completedAt };
    return (await models.participations.create(row)).id;
  }

  async function submit(participationId: number, outcome: 'stated' | 'exit'): Promise<void> {
    const map = await services.web.maps.openMap({ courseId: learner.courseId });
    await services.database.models.intentions.create({
      ...{ participationId, mapVersionId: map?.id ?? 0, outcome, language: 'en' },
      submittedAt: services.calendarClock.now(),
    });
  }

  it('asks for the end of the course where only the map is placed', async () => {
    expect(await momentOf(learner)).to.equal('finish');
    await participate(null);
    expect(await momentOf(learner)).to.equal('finish');
  });

  it('waits for the end of the course where an intention activity will tell it', async () => {
    await signIn(services, { role: 'learner', view: 'intention', course: learner });
    expect(await momentOf(learner)).to.equal('before');
  });

  it('asks for the intention after completion, and shows the plan after that', async () => {
    const participationId = await participate(services.calendarClock.now());
    expect(await momentOf(learner)).to.equal('state');
    await submit(participationId, 'stated');
    expect(await momentOf(learner)).to.equal('stated');
  });

  it('knows the honest exit', async () => {
    await submit(await participate(services.calendarClock.now()), 'exit');
    expect(await momentOf(learner)).to.equal('left');
  });

  it('mixes up neither people nor roles, and has no moment without a map', async () => {
    await participate(services.calendarClock.now());
    const other = await signIn(services, { role: 'learner', course: learner });
    expect(await momentOf(other)).to.equal('finish');
    expect(await momentOf(learner, 'instructor')).to.equal(null);
    const elsewhere = await signIn(services, { role: 'learner' });
    expect(await momentOf(elsewhere)).to.equal(null);
  });
});
