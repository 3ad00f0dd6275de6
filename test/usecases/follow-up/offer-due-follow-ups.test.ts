import { expect } from 'chai';
import { DAY_MS } from '../../../src/shared/dates.js';
import { offerDueFollowUps } from '../../../src/usecases/follow-up/offer-due-follow-ups.js';
import { followUpOf, type Learner, makeLearner, makeWorld, type World } from '../../support/follow-up-world.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('offerDueFollowUps', () => {
  let services: TestServices;
  let world: World;

  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());
  beforeEach(async () => {
    await services.empty();
    services.calendarClock.set('2026-03-02T09:00:00Z');
    world = await makeWorld(services, { isConnected: false });
  });
  const offer = ({ personId }: Learner) =>
    services.database.data.write((repositories) => offerDueFollowUps(repositories, { personId }, services.calendarClock.now()));

  it('opens what is due, as asked, for the whole length of its window', async () => {
    const learner = await makeLearner(services, world);
    services.calendarClock.advance(30 * DAY_MS);
    await offer(learner);
    const now = services.calendarClock.now();
    expect(await followUpOf(services, learner, 'W1')).to.deep.include({
      state: 'open',
      reach: 'asked',
      openedAt: now,
      closesAt: new Date(now.getTime() + 14 * DAY_MS),
    });
    expect(await followUpOf(services, learner, 'W2')).to.include({ state: 'planned', reach: 'waiting' });
  });
  it('offers nothing before it is due', async () => {
    const learner = await makeLearner(services, world);
    services.calendarClock.advance(20 * DAY_MS);
    await offer(learner);
    expect((await followUpOf(services, learner, 'W1')).state).to.equal('planned');
  });
  it('changes nothing the second time', async () => {
    const learner = await makeLearner(services, world);
    services.calendarClock.advance(30 * DAY_MS);
    await offer(learner);
    const first = await followUpOf(services, learner, 'W1');
    services.calendarClock.advance(DAY_MS);
    await offer(learner);
    expect(await followUpOf(services, learner, 'W1')).to.deep.equal(first);
  });
  it('does not ask what lapsed, and says so', async () => {
    const learner = await makeLearner(services, world);
    services.calendarClock.advance(100 * DAY_MS);
    await offer(learner);
    expect(await followUpOf(services, learner, 'W1')).to.include({ state: 'expired', reason: 'never-asked', reach: 'waiting' });
    expect(await followUpOf(services, learner, 'W2')).to.include({ state: 'open', reach: 'asked' });
  });
  it('carries plans that were all let go forward as dropped, without asking', async () => {
    const learner = await makeLearner(services, world, { commitments: [{ state: 'let_go' }, { state: 'let_go' }] });
    services.calendarClock.advance(30 * DAY_MS);
    await offer(learner);
    const followUp = await followUpOf(services, learner, 'W1');
    expect(followUp).to.include({ state: 'answered', reach: 'waiting' });
    const response = await services.database.data.read.followUps.findResponse(followUp.id);
    expect(response).to.include({ isCarried: true, isLate: false });
    expect(response?.answers.map(({ item, code, isCarried }) => ({ item, code, isCarried }))).to.deep.equal([
      { item: 'CHK02', code: 'ST_DROPPED', isCarried: true },
      { item: 'CHK02', code: 'ST_DROPPED', isCarried: true },
    ]);
  });
  it('asks a habit again only after half a year', async () => {
    const learner = await makeLearner(services, world, { commitments: [{ state: 'habit' }] });
    services.calendarClock.advance(92 * DAY_MS);
    await offer(learner);
    services.calendarClock.advance(90 * DAY_MS);
    await offer(learner);
    expect(await followUpOf(services, learner, 'W2')).to.include({ state: 'skipped', reason: 'habit' });
    expect(await followUpOf(services, learner, 'W3')).to.include({ state: 'open', reach: 'asked' });
  });
  it('asks no more after two waves without an answer', async () => {
    const learner = await makeLearner(services, world);
    for (const days of [22, 70]) {
      services.calendarClock.advance(days * DAY_MS);
      await offer(learner);
      services.calendarClock.advance(29 * DAY_MS);
      await services.worker.usecases.expireFollowUps();
    }
    services.calendarClock.set(new Date((await followUpOf(services, learner, 'W3')).dueAt));
    await offer(learner);
    expect(await followUpOf(services, learner, 'W3')).to.include({ state: 'cancelled', reason: 'two-silences', reach: 'waiting' });
  });
  it('leaves the follow-ups of somebody who teaches the course now', async () => {
    const learner = await makeLearner(services, world);
    services.calendarClock.advance(30 * DAY_MS);
    const enrolment = { personId: learner.personId, courseId: world.courseId, role: 'instructor' as const };
    await services.database.data.write(({ people }) => people.saveEnrolment(enrolment, services.calendarClock.now()));
    await offer(learner);
    expect((await followUpOf(services, learner, 'W1')).state).to.equal('planned');
  });
});
