import { expect } from 'chai';
import { compose } from '../../src/main/compose.js';
import { DAY_MS } from '../../src/shared/dates.js';
import { silentLogger } from '../../src/shared/logger.js';
import { createScheduler } from '../../src/worker/scheduler.js';
import { type FakeChannel, fakeChannel } from '../support/fake-channel.js';
import { makeLearner, makeWorld } from '../support/follow-up-world.js';
import { startTestServices, type TestServices } from '../support/test-services.js';

const COUNT = 200;

describe('two workers on one database', () => {
  let services: TestServices;
  let channel: FakeChannel;

  before(async () => {
    channel = fakeChannel();
    services = await startTestServices({}, { channel });
  });
  after(() => services.stop());

  it(`send ${COUNT} messages exactly once, whoever comes first`, async function () {
    this.timeout(120_000);
    const world = await makeWorld(services);
    for (let index = 0; index < COUNT; index += 1) await makeLearner(services, world);
    services.calendarClock.advance(21 * DAY_MS);
    const clocks = { protocol: services.protocolClock, calendar: services.calendarClock };
    const other = await compose(services.config, { channel, clocks, logger: silentLogger });
    try {
      const workers = [services, other].map(({ deps, worker }) => createScheduler({ ...deps, jobs: worker.jobs, tickMs: 60_000 }));
      // Past the leases of the jobs too: both enqueue and both send at the same moment.
      await Promise.all([services, other, services, other].map(({ worker }) => worker.usecases.enqueueDueFollowUps()));
      await Promise.all([services, other, services, other].map(({ worker }) => worker.usecases.sendPendingDeliveries()));
      for (let round = 0; round < 3; round += 1) await Promise.all(workers.map(({ runOnce }) => runOnce()));
    } finally {
      await other.database.close();
    }
    expect(channel.calls).to.have.length(COUNT);
    expect(new Set(channel.calls.map(({ toUserId }) => toUserId)).size).to.equal(COUNT);
    expect(await services.database.models.deliveries.count({ where: { state: 'sent' } })).to.equal(COUNT);
    expect(await services.database.models.followUps.count({ where: { state: 'open', reach: 'asked', wave: 'W1' } })).to.equal(COUNT);
  });
});
