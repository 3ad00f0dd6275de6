import { expect } from 'chai';
import { LEASE_MS } from '../../../src/domain/delivery/retry-schedule.js';
import { HOUR_MS, MINUTE_MS } from '../../../src/shared/dates.js';
import type { Gradebook, ScoreOutcome } from '../../../src/usecases/ports/gradebook.js';
import { fakeChannel } from '../../support/fake-channel.js';
import { type Learner, makeLearner, makeWorld, type World } from '../../support/follow-up-world.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('sendPendingScores', () => {
  const calls: Parameters<Gradebook['postFullScore']>[0][] = [];
  const next: ScoreOutcome[] = [];
  const gradebook: Gradebook = {
    async postFullScore(score) {
      calls.push(score);
      return next.shift() ?? { kind: 'sent' };
    },
  };
  let services: TestServices;
  let world: World;
  let learner: Learner;

  before(async () => {
    services = await startTestServices(
      {},
      { channel: fakeChannel(), gradebook, random: { token: () => `t${Math.random()}`, fraction: () => 0.5 } },
    );
  });
  after(() => services.stop());
  beforeEach(async () => {
    await services.empty();
    calls.length = 0;
    next.length = 0;
    world = await makeWorld(services);
    learner = await makeLearner(services, world);
    await post();
  });
  const post = () =>
    services.database.data.write(({ deliveries }) =>
      deliveries.addScorePosting({ placementId: world.placementId, personId: learner.personId }, services.protocolClock.now()),
    );
  const send = () => services.worker.usecases.sendPendingScores();
  const row = async () => (await services.database.models.scorePostings.findOne({ rejectOnEmpty: true })).get({ plain: true });

  it('reports a finished intention once, however often it was asked for', async () => {
    await post();
    expect([await send(), await send()]).to.deep.equal([1, 0]);
    expect(calls.map(({ userId, lineItemUrl, platform }) => [userId, lineItemUrl, platform.id])).to.deep.equal([
      [learner.sub, 'https://lms.example/mod/lti/services.php/2/lineitems/9/lineitem?type_id=1', world.platformId],
    ]);
    expect(await row()).to.include({ state: 'sent', attempts: 1, leaseToken: null });
  });
  it('gives up, with the reason, where the person has no grade', async () => {
    next.push({ kind: 'not-gradable', code: 'http-400' });
    await send();
    await send();
    expect(await row()).to.include({ state: 'failed', lastErrorCode: 'http-400' });
    expect(calls).to.have.length(1);
  });
  it('gives up where the activity has no line item any more', async () => {
    await services.database.models.placements.update({ lineItemUrl: null }, { where: {} });
    await send();
    expect(await row()).to.include({ state: 'failed', lastErrorCode: 'no-line-item' });
  });
  it('tries again after a growing delay, or after what the LMS asks for', async () => {
    next.push({ kind: 'retry', code: 'http-503' }, { kind: 'retry', code: 'http-429', afterMs: 30 * MINUTE_MS });
    await send();
    await send();
    expect(calls).to.have.length(1);
    services.protocolClock.advance(MINUTE_MS);
    await send();
    services.protocolClock.advance(30 * MINUTE_MS - 1);
    await send();
    expect(calls).to.have.length(2);
    services.protocolClock.advance(1);
    expect(await send()).to.equal(1);
  });
  it('waits without using attempts while nothing of the platform can work', async () => {
    next.push(...Array.from({ length: 12 }, () => ({ kind: 'stop' as const, code: 'invalid_client' })));
    for (let hour = 0; hour < 12; hour += 1) {
      await send();
      services.protocolClock.advance(HOUR_MS);
    }
    expect(await row()).to.include({ state: 'pending', attempts: 0, lastErrorCode: 'invalid_client' });
    expect(await send()).to.equal(1);
  });
  it('is sent by another worker when the first one was killed', async () => {
    const now = services.protocolClock.now();
    const { id } = await row();
    const lease = { token: 'dead', until: new Date(now.getTime() + LEASE_MS) };
    await services.database.data.write(({ deliveries }) => deliveries.claimScore(id, lease, now));
    expect(await send()).to.equal(0);
    services.protocolClock.advance(LEASE_MS);
    expect(await send()).to.equal(1);
  });
});
