import { expect } from 'chai';
import { DAY_MS } from '../../../src/shared/dates.js';
import { offerDueFollowUps } from '../../../src/usecases/follow-up/offer-due-follow-ups.js';
import { type FakeChannel, fakeChannel } from '../../support/fake-channel.js';
import { followUpOf, type Learner, makeLearner, makeWorld, type World } from '../../support/follow-up-world.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('expireFollowUps', () => {
  let services: TestServices;
  let channel: FakeChannel;
  let world: World;

  before(async () => {
    channel = fakeChannel();
    services = await startTestServices({}, { channel });
  });
  after(() => services.stop());
  beforeEach(async () => {
    await services.empty();
    services.calendarClock.set('2026-03-02T09:00:00Z');
    world = await makeWorld(services);
  });
  const expire = () => services.worker.usecases.expireFollowUps();
  const offer = ({ personId }: Learner) =>
    services.database.data.write((repositories) => offerDueFollowUps(repositories, { personId }, services.calendarClock.now()));
  const answer = async (learner: Learner, wave: 'W1' | 'W2' | 'W3') => {
    const { id } = await followUpOf(services, learner, wave);
    const response = {
      followUpId: id,
      submittedAt: services.calendarClock.now(),
      language: 'en' as const,
      isLate: false,
      isCarried: false,
    };
    return services.database.data.write(({ followUps }) => followUps.answer({ ...response, answers: [] }));
  };
  const standing = async (learner: Learner) =>
    (await services.database.data.read.followUps.listOfIntention(learner.intentionId)).map(
      ({ state, reason }) => `${state} ${reason ?? '-'}`,
    );

  it('closes a window without an answer when its time is over, not before, and once', async () => {
    const learner = await makeLearner(services, world);
    services.calendarClock.advance(21 * DAY_MS);
    await offer(learner);
    services.calendarClock.advance(14 * DAY_MS - 1);
    expect(await expire()).to.equal(0);
    services.calendarClock.advance(1);
    expect([await expire(), await expire()]).to.deep.equal([1, 0]);
    expect(await standing(learner)).to.deep.equal(['expired no-answer', 'planned -', 'planned -']);
  });
  it('ends what was never asked when the next wave opens, and calls its message back', async () => {
    const learner = await makeLearner(services, world);
    services.calendarClock.advance(21 * DAY_MS);
    await services.worker.usecases.enqueueDueFollowUps();
    services.calendarClock.set((await followUpOf(services, learner, 'W1')).lapsesAt);
    await expire();
    expect(await standing(learner)).to.deep.equal(['expired never-asked', 'planned -', 'planned -']);
    expect((await services.database.models.deliveries.findAll({ raw: true })).map(({ state }) => state)).to.deep.equal(['cancelled']);
  });
  it('catches up after it was down for a long time', async () => {
    const learner = await makeLearner(services, world);
    services.calendarClock.advance(400 * DAY_MS);
    expect(await expire()).to.equal(3);
    expect(await standing(learner)).to.deep.equal(['expired never-asked', 'expired never-asked', 'expired never-asked']);
  });
  it('takes a late answer for fourteen days, and none after that', async () => {
    const [inTime, tooLate] = [await makeLearner(services, world), await makeLearner(services, world)];
    services.calendarClock.advance(21 * DAY_MS);
    await offer(inTime);
    await offer(tooLate);
    services.calendarClock.advance(28 * DAY_MS);
    await expire();
    expect(await answer(inTime, 'W1')).to.equal(true);
    expect(await answer(inTime, 'W1')).to.equal(false);
    services.calendarClock.advance(1);
    expect(await answer(tooLate, 'W1')).to.equal(false);
    expect(await standing(inTime)).to.include('answered -');
  });
  it('takes an answer in a session that began before the wave fell due', async () => {
    const learner = await makeLearner(services, world);
    const { dueAt } = await followUpOf(services, learner, 'W1');
    services.calendarClock.set(new Date(dueAt.getTime() - 1));
    expect(await answer(learner, 'W1')).to.equal(false);
    services.calendarClock.set(dueAt);
    expect(await answer(learner, 'W1')).to.equal(true);
    expect(await followUpOf(services, learner, 'W1')).to.deep.include({ state: 'answered', reach: 'asked', openedAt: dueAt });
  });

  describe('after two waves without an answer', () => {
    const letTwoPass = async (learner: Learner) => {
      for (const wave of ['W1', 'W2'] as const) {
        services.calendarClock.set((await followUpOf(services, learner, wave)).dueAt);
        await offer(learner);
        services.calendarClock.advance(28 * DAY_MS);
        await expire();
      }
    };
    it('cancels the rest once the late days are over', async () => {
      const learner = await makeLearner(services, world);
      await letTwoPass(learner);
      expect((await standing(learner))[2]).to.equal('planned -');
      services.calendarClock.advance(14 * DAY_MS + 1);
      await expire();
      expect(await standing(learner)).to.deep.equal(['expired no-answer', 'expired no-answer', 'cancelled two-silences']);
    });
    it('keeps asking somebody who answered late after all', async () => {
      const learner = await makeLearner(services, world);
      await letTwoPass(learner);
      services.calendarClock.advance(10 * DAY_MS);
      await answer(learner, 'W2');
      services.calendarClock.set((await followUpOf(services, learner, 'W3')).dueAt);
      await expire();
      expect(await services.worker.usecases.enqueueDueFollowUps()).to.equal(1);
    });
    it('keeps asking somebody who was told of one wave only', async () => {
      const learner = await makeLearner(services, world);
      services.calendarClock.set((await followUpOf(services, learner, 'W2')).dueAt);
      await offer(learner);
      services.calendarClock.set((await followUpOf(services, learner, 'W3')).dueAt);
      await expire();
      expect(await standing(learner)).to.deep.equal(['expired never-asked', 'expired no-answer', 'planned -']);
    });
  });
});
