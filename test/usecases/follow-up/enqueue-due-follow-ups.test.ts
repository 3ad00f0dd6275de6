import { expect } from 'chai';
import { DAY_MS } from '../../../src/shared/dates.js';
import { type FakeChannel, fakeChannel } from '../../support/fake-channel.js';
import { connect, followUpOf, makeLearner, makeWorld } from '../../support/follow-up-world.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('enqueueDueFollowUps', () => {
  let services: TestServices;
  let channel: FakeChannel;

  before(async () => {
    channel = fakeChannel();
    services = await startTestServices({}, { channel });
  });
  after(() => services.stop());
  beforeEach(async () => {
    await services.empty();
    services.calendarClock.set('2026-03-02T09:00:00Z');
  });
  const enqueue = () => services.worker.usecases.enqueueDueFollowUps();
  const count = () => services.database.models.deliveries.count();

  it('makes one invitation for a learner and a wave, however many behaviours were chosen', async () => {
    const world = await makeWorld(services);
    const learner = await makeLearner(services, world, { commitments: [{}, {}, {}] });
    services.calendarClock.advance(21 * DAY_MS);
    expect(await enqueue()).to.equal(1);
    const [row] = await services.database.models.deliveries.findAll({ raw: true });
    expect(row).to.include({ personId: learner.personId, placementId: world.placementId, state: 'pending', attempts: 0 });
  });
  it('makes none before the moment, and one from the moment on', async () => {
    const world = await makeWorld(services);
    const learner = await makeLearner(services, world);
    const { dueAt } = await followUpOf(services, learner, 'W1');
    services.calendarClock.set(new Date(dueAt.getTime() - 1));
    expect(await enqueue()).to.equal(0);
    services.calendarClock.set(dueAt);
    expect(await enqueue()).to.equal(1);
  });
  it('makes it once when it runs twice', async () => {
    await makeLearner(services, await makeWorld(services));
    services.calendarClock.advance(21 * DAY_MS);
    expect([await enqueue(), await enqueue(), await count()]).to.deep.equal([1, 0, 1]);
  });
  it('makes it once when two run at the same time', async () => {
    const world = await makeWorld(services);
    for (let index = 0; index < 5; index += 1) await makeLearner(services, world);
    services.calendarClock.advance(21 * DAY_MS);
    await Promise.all([enqueue(), enqueue(), enqueue()]);
    expect([await count(), await services.database.models.deliveryFollowUps.count()]).to.deep.equal([5, 5]);
  });
  it('catches up after three days in which nothing ran', async () => {
    const world = await makeWorld(services);
    const learners = [await makeLearner(services, world)];
    services.calendarClock.advance(2 * DAY_MS);
    learners.push(await makeLearner(services, world));
    services.calendarClock.advance(22 * DAY_MS);
    expect(await enqueue()).to.equal(2);
  });
  it('leaves the follow-up planned, because nobody was reached yet', async () => {
    const learner = await makeLearner(services, await makeWorld(services));
    services.calendarClock.advance(21 * DAY_MS);
    await enqueue();
    expect(await followUpOf(services, learner, 'W1')).to.include({ state: 'planned', reach: 'waiting', openedAt: null });
  });
  it('leaves it waiting without a connection, visibly, and sends when there is one', async () => {
    const world = await makeWorld(services, { isConnected: false });
    const learner = await makeLearner(services, world);
    services.calendarClock.advance(25 * DAY_MS);
    expect([await enqueue(), await count()]).to.deep.equal([0, 0]);
    expect(await followUpOf(services, learner, 'W1')).to.include({ state: 'planned', reach: 'waiting' });
    expect((await services.moodle.status()).find(({ platform }) => platform.id === world.platformId)?.waitingFollowUps).to.equal(1);
    await connect(services, world.platformId);
    expect(await enqueue()).to.equal(1);
  });
  it('does not let those that wait keep others from being sent', async () => {
    const waiting = await makeWorld(services, { isConnected: false });
    for (let index = 0; index < 60; index += 1) await makeLearner(services, waiting);
    await makeLearner(services, await makeWorld(services));
    services.calendarClock.advance(21 * DAY_MS);
    expect(await enqueue()).to.equal(1);
  });
  it('makes none where no activity can be linked to', async () => {
    await makeLearner(services, await makeWorld(services, { view: 'unset' }));
    services.calendarClock.advance(21 * DAY_MS);
    expect(await enqueue()).to.equal(0);
  });
  it('links to the intention activity rather than the map, and to the one opened last', async () => {
    const world = await makeWorld(services, { view: 'map' });
    await makeLearner(services, world);
    const { placements } = services.database.models;
    const row = await placements.findByPk(world.placementId, { raw: true, rejectOnEmpty: true });
    const add = (link: string, view: string, lastLaunchedAt: string) =>
      placements.create({
        deploymentId: row.deploymentId,
        ltiResourceLinkId: link,
        courseId: world.courseId,
        view,
        lineItemUrl: null,
        createdAt: row.createdAt,
        lastLaunchedAt: new Date(lastLaunchedAt),
      });
    await add('901', 'intention', '2026-02-01T09:00:00Z');
    const newest = await add('902', 'intention', '2026-02-02T09:00:00Z');
    services.calendarClock.advance(21 * DAY_MS);
    await enqueue();
    expect((await services.database.models.deliveries.findAll({ raw: true })).map(({ placementId }) => placementId)).to.deep.equal([
      newest.id,
    ]);
  });
  it('makes none for what was declined, stopped, let go, or lapsed', async () => {
    const world = await makeWorld(services);
    await makeLearner(services, world, { permitted: [] });
    await makeLearner(services, world, { commitments: [{ state: 'let_go' }] });
    const stopped = await makeLearner(services, world);
    const w1 = await followUpOf(services, stopped, 'W1');
    await services.database.data.write(({ followUps }) => followUps.end(w1.id, 'cancelled', 'stopped'));
    services.calendarClock.advance(30 * DAY_MS);
    expect(await enqueue()).to.equal(0);
    const lapsed = await makeLearner(services, world);
    services.calendarClock.set((await followUpOf(services, lapsed, 'W1')).lapsesAt);
    await enqueue();
    const links = await services.database.models.deliveryFollowUps.findAll({ raw: true });
    expect(links.map(({ followUpId }) => followUpId)).to.not.include((await followUpOf(services, lapsed, 'W1')).id);
  });
});

describe('settleDueFollowUps', () => {
  let services: TestServices;
  before(async () => {
    services = await startTestServices({}, { channel: fakeChannel() });
  });
  after(() => services.stop());

  it('carries let-go plans forward in every later wave, once, with or without a connection', async () => {
    const learner = await makeLearner(services, await makeWorld(services, { isConnected: false }), { commitments: [{ state: 'let_go' }] });
    const { settleDueFollowUps } = services.worker.usecases;
    services.calendarClock.advance(22 * DAY_MS);
    expect([await settleDueFollowUps(), await settleDueFollowUps()]).to.deep.equal([1, 0]);
    services.calendarClock.advance(70 * DAY_MS);
    expect(await settleDueFollowUps()).to.equal(1);
    const { followUps } = services.database.data.read;
    const states = (await followUps.listOfIntention(learner.intentionId)).map(({ wave, state }) => `${wave} ${state}`);
    expect(states).to.deep.equal(['W1 answered', 'W2 answered', 'W3 planned']);
    const responses = await followUps.listResponsesOf(learner.personId);
    expect(responses.flatMap(({ answers }) => answers.map(({ item, code }) => `${item} ${code}`))).to.deep.equal([
      'CHK02 ST_DROPPED',
      'FUP02 ST_DROPPED',
    ]);
  });
});
