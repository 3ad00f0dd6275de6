import { expect } from 'chai';
import { DAY_MS } from '../../src/shared/dates.js';
import { createScheduler } from '../../src/worker/scheduler.js';
import { type FakeChannel, fakeChannel } from '../support/fake-channel.js';
import { followUpOf, type Learner, makeLearner, makeWorld } from '../support/follow-up-world.js';
import { startTestServices, type TestServices } from '../support/test-services.js';

describe('the worker’s jobs', () => {
  let services: TestServices;
  let channel: FakeChannel;

  before(async () => {
    channel = fakeChannel();
    services = await startTestServices({}, { channel });
  });
  after(() => services.stop());
  beforeEach(() => services.empty());
  const runOnce = () => createScheduler({ ...services.deps, jobs: services.worker.jobs, tickMs: 60_000 }).runOnce();
  const states = async ({ intentionId }: Learner) =>
    (await services.database.data.read.followUps.listOfIntention(intentionId)).map(({ state, reach }) => `${state} ${reach}`);

  it('have names of their own and succeed on an empty database', async () => {
    await runOnce();
    const jobs = await services.database.data.read.jobs.list();
    expect(jobs.map(({ name }) => name).sort()).to.deep.equal(services.worker.jobs.map(({ name }) => name).sort());
    expect(jobs.filter(({ succeededAt }) => succeededAt === null)).to.deep.equal([]);
  });
  it('take a learner through three waves: one message each, nothing twice, nothing lost over three days of silence', async () => {
    const learner = await makeLearner(services, await makeWorld(services));
    channel.calls.length = 0;
    const answer = async (wave: 'W1' | 'W2') => {
      const { id } = await followUpOf(services, learner, wave);
      const response = {
        followUpId: id,
        submittedAt: services.calendarClock.now(),
        language: 'en' as const,
        isLate: false,
        isCarried: false,
      };
      await services.database.data.write(({ followUps }) => followUps.answer({ ...response, answers: [] }));
    };
    for (const [days, wave] of [
      [24, 'W1'],
      [69, 'W2'],
      [90, null],
    ] as const) {
      services.calendarClock.advance(days * DAY_MS);
      await runOnce();
      await runOnce();
      if (wave) await answer(wave);
    }
    expect(channel.calls.map(({ toUserId }) => toUserId)).to.deep.equal([learner.sub, learner.sub, learner.sub]);
    expect(new Set(channel.calls.map(({ reference }) => reference)).size).to.equal(3);
    expect(await states(learner)).to.deep.equal(['answered asked', 'answered asked', 'open asked']);
  });
  it('delete drafts, launches and sessions whose time is over', async () => {
    const world = await makeWorld(services);
    const { personId } = await makeLearner(services, world);
    const [now, real] = [services.calendarClock.now(), services.protocolClock.now()];
    await services.database.data.write(async ({ intentions, launches }) => {
      await intentions.saveDraft(personId, { form: 'intention:1', stepValues: {}, expiresAt: new Date(now.getTime() + DAY_MS) }, now);
      await launches.addPending({
        handleHash: 'a',
        stateHash: 'b',
        browserHash: 'c',
        platformId: world.platformId,
        targetLinkUri: 'http://localhost:3000/lti/launch',
        loginHint: '1',
        messageHint: null,
        createdAt: real,
        expiresAt: new Date(real.getTime() + DAY_MS),
      });
    });
    const { drafts, pendingLaunches, toolSessions, deployments } = services.database.models;
    const { platformId, courseId, placementId } = world;
    const deployment = await deployments.findOne({ where: { platformId }, rejectOnEmpty: true });
    const session = { personId, platformId, deploymentId: deployment.id, courseId, placementId, isAdministrator: false, language: 'en' };
    for (const [tokenHash, days] of [
      ['over', 1],
      ['alive', 2],
    ] as const) {
      const expiresAt = new Date(real.getTime() + days * DAY_MS);
      await toolSessions.create({ ...session, tokenHash, createdAt: real, expiresAt });
    }
    await runOnce();
    expect([await drafts.count(), await pendingLaunches.count(), await toolSessions.count()]).to.deep.equal([1, 1, 2]);
    services.calendarClock.advance(DAY_MS);
    services.protocolClock.advance(DAY_MS + 1);
    await runOnce();
    expect([await drafts.count(), await pendingLaunches.count()]).to.deep.equal([0, 0]);
    expect((await toolSessions.findAll()).map(({ tokenHash }) => tokenHash)).to.deep.equal(['alive']);
  });
});
