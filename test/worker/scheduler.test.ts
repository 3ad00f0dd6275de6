import { expect } from 'chai';
import { MINUTE_MS } from '../../src/shared/dates.js';
import { AppError } from '../../src/shared/errors.js';
import type { Job } from '../../src/usecases/worker/job.js';
import { createScheduler } from '../../src/worker/scheduler.js';
import { startTestServices, type TestServices } from '../support/test-services.js';

describe('the scheduler', () => {
  let services: TestServices;
  let ran: string[];

  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());
  beforeEach(async () => {
    await services.empty();
    ran = [];
  });
  const job = (name: string, run: Job['run'] = async () => undefined, everyMs = MINUTE_MS): Job => ({
    name,
    everyMs,
    run: async (signal) => {
      ran.push(name);
      await run(signal);
    },
  });
  const scheduler = (jobs: Job[], stopLimitMs?: number) =>
    createScheduler({ ...services.deps, jobs, tickMs: 60_000, ...(stopLimitMs === undefined ? {} : { stopLimitMs }) });
  const states = () => services.database.data.read.jobs.list();

  it('runs every job once, in order, and notes when it started and succeeded', async () => {
    await scheduler([job('first'), job('second')]).runOnce();
    expect(ran).to.deep.equal(['first', 'second']);
    const now = services.protocolClock.now();
    expect((await states())[0]).to.deep.equal({ name: 'first', startedAt: now, succeededAt: now, failedAt: null, lastErrorCode: null });
  });
  it('runs a job again only when its time has come', async () => {
    const { tick } = scheduler([job('quick', undefined, MINUTE_MS), job('slow', undefined, 10 * MINUTE_MS)]);
    await tick();
    await tick();
    services.protocolClock.advance(MINUTE_MS);
    await tick();
    expect(ran).to.deep.equal(['quick', 'slow', 'quick']);
  });
  it('does not wait for ever when the clock goes back', async () => {
    const { tick } = scheduler([job('quick')]);
    await tick();
    services.protocolClock.advance(-60 * MINUTE_MS);
    services.protocolClock.advance(0);
    await services.database.models.jobLeases.update({ leasedUntil: null }, { where: {} });
    await tick();
    services.protocolClock.advance(60 * MINUTE_MS);
    expect(ran).to.have.length(2);
  });
  it('goes on after a job that fails, and notes why', async () => {
    const failing = job('failing', async () => {
      throw new AppError('too-bad', 'upstream');
    });
    const { runOnce } = scheduler([failing, job('other')]);
    await runOnce();
    await runOnce();
    expect(ran).to.deep.equal(['failing', 'other', 'failing', 'other']);
    expect((await states()).find(({ name }) => name === 'failing')).to.include({ succeededAt: null, lastErrorCode: 'too-bad' });
  });
  it('leaves a job alone while another worker runs it, and takes it over when that one was killed', async () => {
    const now = services.protocolClock.now();
    const lease = { token: 'other', until: new Date(now.getTime() + 2 * MINUTE_MS) };
    expect(await services.database.data.write(({ jobs }) => jobs.takeLease('shared', lease, now))).to.equal(true);
    const { runOnce } = scheduler([job('shared')]);
    await runOnce();
    expect(ran).to.deep.equal([]);
    services.protocolClock.advance(2 * MINUTE_MS);
    await runOnce();
    expect(ran).to.deep.equal(['shared']);
  });
  it('lets one of two workers run a job at a time', async () => {
    let inside = 0;
    let most = 0;
    const exclusive = () =>
      job('exclusive', async () => {
        inside += 1;
        most = Math.max(most, inside);
        await states();
        inside -= 1;
      });
    const workers = [scheduler([exclusive()]), scheduler([exclusive()]), scheduler([exclusive()])];
    for (let round = 0; round < 5; round += 1) await Promise.all(workers.map(({ runOnce }) => runOnce()));
    expect(most).to.equal(1);
    expect(ran.length).to.be.at.least(5);
  });
  it('waits at the end for the running job, tells it to hurry, and starts no other', async () => {
    let release = (): void => undefined;
    let begun = (): void => undefined;
    const isBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    let heard = false;
    const long = job('long', (signal) => {
      signal.addEventListener('abort', () => {
        heard = true;
      });
      begun();
      return new Promise<void>((resolve) => {
        release = resolve;
      });
    });
    const worker = scheduler([long, job('next')]);
    worker.start();
    await isBegun;
    let isStopped = false;
    const stopped = worker.stop().then(() => {
      isStopped = true;
    });
    await states();
    expect([heard, isStopped]).to.deep.equal([true, false]);
    release();
    await stopped;
    expect(ran).to.deep.equal(['long']);
    expect((await states())[0]?.succeededAt).to.not.equal(null);
  });
  it('waits no longer than its limit', async () => {
    const stuck = job('stuck', () => new Promise<void>(() => undefined));
    const worker = scheduler([stuck], 1);
    void worker.runOnce();
    await worker.stop();
    expect(ran.length).to.be.at.most(1);
  });
});
