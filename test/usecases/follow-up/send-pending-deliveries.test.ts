import { expect } from 'chai';
import { LEASE_MS, MAX_ATTEMPTS, SETTLE_MS } from '../../../src/domain/delivery/retry-schedule.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../src/shared/dates.js';
import { type FakeChannel, fakeChannel } from '../../support/fake-channel.js';
import { connect, followUpOf, type Learner, makeLearner, makeWorld, type World } from '../../support/follow-up-world.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('sendPendingDeliveries', () => {
  let services: TestServices;
  let channel: FakeChannel;
  let world: World;

  before(async () => {
    channel = fakeChannel();
    services = await startTestServices({}, { channel, random: { token: () => `t${Math.random()}`, fraction: () => 0.5 } });
  });
  after(() => services.stop());
  beforeEach(async () => {
    await services.empty();
    Object.assign(channel, fakeChannel(), { send: channel.send, find: channel.find, check: channel.check });
    Object.assign(channel, { arrived: [], calls: [], looks: 0, next: [], nextFind: [] });
    services.calendarClock.set('2026-03-02T09:00:00Z');
    world = await makeWorld(services, { title: 'Advies & <b>gesprek</b>' });
  });
  const send = (signal?: AbortSignal) => services.worker.usecases.sendPendingDeliveries(signal);
  const rows = async () =>
    (await services.database.models.deliveries.findAll({ order: [['id', 'ASC']] })).map((row) => row.get({ plain: true }));
  const states = async () => (await rows()).map(({ state }) => state);
  const invitedMany = async (count: number, options: Parameters<typeof makeLearner>[2] = {}): Promise<Learner[]> => {
    const learners: Learner[] = [];
    services.calendarClock.set('2026-03-02T09:00:00Z');
    for (let index = 0; index < count; index += 1) learners.push(await makeLearner(services, world, options));
    services.calendarClock.advance(21 * DAY_MS);
    await services.worker.usecases.enqueueDueFollowUps();
    return learners;
  };
  const invited = async (options: Parameters<typeof makeLearner>[2] = {}): Promise<Learner> =>
    (await invitedMany(1, options))[0] as Learner;

  it('sends the message once, and opens the window at that moment', async () => {
    const learner = await invited();
    services.calendarClock.advance(2 * DAY_MS);
    await send();
    await send();
    expect(channel.calls).to.have.length(1);
    expect(channel.calls[0]).to.include({ toUserId: learner.sub, serviceUserId: '13', token: 'secret-token-of-the-service' });
    expect((await rows())[0]).to.include({ state: 'sent', externalId: '1', attempts: 1, leaseToken: null });
    const now = services.calendarClock.now();
    expect(await followUpOf(services, learner, 'W1')).to.deep.include({
      state: 'open',
      reach: 'asked',
      openedAt: now,
      closesAt: new Date(now.getTime() + 14 * DAY_MS),
    });
  });
  it('writes in the person’s language, names the course, links to its activity, and quotes no plan', async () => {
    await invited({ language: 'nl' });
    await send();
    const html = channel.calls[0]?.html ?? '';
    expect(html).to.contain('Hoe gaat het met je plan uit Advies &#38; &#60;b&#62;gesprek&#60;/b&#62;?');
    expect(html).to.match(/https:\/\/lms\.example\/mod\/lti\/view\.php\?l=\d+&#38;im=[\w-]{24}"/);
    expect(html).to.not.contain('customer calls');
  });
  it('leaves the window of somebody who was offered it at a launch as it is', async () => {
    const learner = await invited();
    const openedAt = services.calendarClock.now();
    const { id } = await followUpOf(services, learner, 'W1');
    const change = { openedAt, closesAt: new Date(openedAt.getTime() + 14 * DAY_MS), reach: 'asked' as const };
    await services.database.data.write(({ followUps }) => followUps.open(id, change));
    services.calendarClock.advance(DAY_MS);
    await send();
    expect(channel.arrived).to.have.length(1);
    expect((await followUpOf(services, learner, 'W1')).openedAt).to.deep.equal(openedAt);
  });

  describe('what happened since it was planned', () => {
    it('keeps it from being sent when every plan it would ask about was let go', async () => {
      const learner = await invited();
      const { commitments } = await services.database.data.read.intentions.getIntention(learner.intentionId);
      const now = services.calendarClock.now();
      await services.database.data.write(async ({ intentions }) => {
        for (const { id } of commitments) await intentions.setCommitmentState(id, 'let_go', now);
      });
      await send();
      expect(channel.calls).to.have.length(0);
      expect(await states()).to.deep.equal(['cancelled']);
    });
    it('keeps it from being sent when the follow-up was answered', async () => {
      const learner = await invited();
      const { id } = await followUpOf(services, learner, 'W1');
      const response = {
        followUpId: id,
        submittedAt: services.calendarClock.now(),
        language: 'en' as const,
        isLate: false,
        isCarried: false,
        answers: [],
      };
      expect(await services.database.data.write(({ followUps }) => followUps.answer(response))).to.equal(true);
      await send();
      expect([channel.calls.length, await states()]).to.deep.equal([0, ['cancelled']]);
    });
    it('keeps it from being sent when the person stopped', async () => {
      const learner = await invited();
      const { id } = await followUpOf(services, learner, 'W1');
      await services.database.data.write(({ followUps }) => followUps.end(id, 'cancelled', 'stopped'));
      await send();
      expect([channel.calls.length, await states()]).to.deep.equal([0, ['cancelled']]);
    });
    it('keeps it from being sent when it was called back, also between claim and call', async () => {
      const learner = await invited();
      const { id } = await followUpOf(services, learner, 'W1');
      const [row] = await rows();
      const now = services.protocolClock.now();
      await services.database.data.write(({ deliveries }) =>
        deliveries.claim(row?.id ?? 0, { token: 'held', until: new Date(now.getTime() + LEASE_MS) }, now),
      );
      await services.database.data.write(({ deliveries }) => deliveries.cancelForFollowUps([id]));
      const isMoved = await services.database.data.write(({ deliveries }) => deliveries.move(row?.id ?? 0, 'held', { state: 'sending' }));
      expect([isMoved, await states()]).to.deep.equal([false, ['cancelled']]);
    });
    it('ends a wave that lapsed meanwhile as never asked', async () => {
      const learner = await invited();
      services.calendarClock.set((await followUpOf(services, learner, 'W1')).lapsesAt);
      await send();
      expect([channel.calls.length, await states()]).to.deep.equal([0, ['cancelled']]);
      expect(await followUpOf(services, learner, 'W1')).to.include({ state: 'expired', reason: 'never-asked' });
    });
    it('loses nothing but the message when the person was erased', async () => {
      const [erased, other] = (await invitedMany(2)) as [Learner, Learner];
      await services.database.data.write(({ privacy }) => privacy.erase(erased.personId));
      await send();
      expect(channel.calls.map(({ toUserId }) => toUserId)).to.deep.equal([other.sub]);
    });
    it('does no harm when the person is erased while the message is under way', async () => {
      const learner = await invited();
      channel.next.push(async () => {
        await services.database.data.write(({ privacy }) => privacy.erase(learner.personId));
        return 'lost';
      });
      await send();
      services.protocolClock.advance(HOUR_MS);
      await send();
      expect([channel.calls.length, await rows()]).to.deep.equal([1, []]);
    });
  });

  describe('when the LMS refuses', () => {
    it('tries again, later and later, and gives up after eight attempts with the reason', async () => {
      const learner = await invited();
      channel.next.push(...Array.from({ length: 20 }, () => ({ kind: 'retry' as const, code: 'http-503' })));
      const delays: number[] = [];
      for (let round = 0; round < 20; round += 1) {
        await send();
        const [row] = await rows();
        if (row?.state !== 'pending') break;
        delays.push((row.nextAttemptAt.getTime() - services.protocolClock.now().getTime()) / MINUTE_MS);
        services.protocolClock.set(new Date(row.nextAttemptAt.getTime() - 1));
        await send();
        services.protocolClock.set(row.nextAttemptAt);
      }
      expect(delays).to.deep.equal([1, 4, 16, 64, 256, 360, 360]);
      expect(channel.calls).to.have.length(MAX_ATTEMPTS);
      expect((await rows())[0]).to.include({ state: 'failed', lastErrorCode: 'http-503' });
      expect(await followUpOf(services, learner, 'W1')).to.include({ state: 'planned', reach: 'waiting' });
    });
    it('waits as long as it asks for, and leaves its other messages alone meanwhile', async () => {
      await invitedMany(30);
      channel.next.push({ kind: 'retry', code: 'http-429', afterMs: 10 * MINUTE_MS });
      const at = services.protocolClock.now();
      await send();
      expect(channel.calls.length).to.be.at.most(8);
      const waiting = (await rows()).filter(({ state }) => state === 'pending');
      expect(waiting.every(({ nextAttemptAt }) => nextAttemptAt.getTime() >= at.getTime() + 10 * MINUTE_MS)).to.equal(true);
      expect(waiting.filter(({ attempts }) => attempts > 0)).to.have.length(1);
      services.protocolClock.advance(11 * MINUTE_MS);
      await send();
      expect(channel.arrived).to.have.length(30);
    });
    it('stops for this person only', async () => {
      const learners = await invitedMany(2);
      channel.next.push({ kind: 'person', code: 'refused-by-moodle' });
      await send();
      await services.worker.usecases.enqueueDueFollowUps();
      await send();
      expect((await states()).sort()).to.deep.equal(['failed', 'sent']);
      const unreachable = learners.find(({ sub }) => sub === channel.calls[0]?.toUserId) as Learner;
      const other = learners.find(({ sub }) => sub === channel.calls[1]?.toUserId) as Learner;
      expect(await followUpOf(services, unreachable, 'W1')).to.include({ state: 'planned', reach: 'unreachable' });
      expect(await followUpOf(services, other, 'W1')).to.include({ state: 'open', reach: 'asked' });
    });
    it('stops for the platform with a reason, keeps every message, and sends all when it works again', async () => {
      await invitedMany(20);
      channel.next.push({ kind: 'stop', code: 'invalidtoken' });
      await send();
      const sentBefore = channel.arrived.length;
      expect(sentBefore).to.be.at.most(7);
      const connection = await services.database.data.read.platforms.findConnection(world.platformId);
      expect(connection).to.include({ state: 'stopped', stopReason: 'invalidtoken' });
      services.protocolClock.advance(DAY_MS);
      await send();
      expect(channel.arrived).to.have.length(sentBefore);
      expect((await rows()).filter(({ state }) => state === 'pending').every(({ attempts }) => attempts === 0)).to.equal(true);
      await services.worker.usecases.recheckConnections();
      await send();
      expect(new Set(channel.arrived.map(({ toUserId }) => toUserId)).size).to.equal(20);
      expect(channel.arrived).to.have.length(20);
    });
    it('stops when the token cannot be opened with this secret', async () => {
      await invited();
      await services.database.models.moodleConnections.update({ tokenSealed: 'v1.x.y.z' }, { where: {} });
      await send();
      expect(await services.database.data.read.platforms.findConnection(world.platformId)).to.include({
        state: 'stopped',
        stopReason: 'token-unreadable',
      });
      await connect(services, world.platformId);
      await send();
      expect(channel.arrived).to.have.length(1);
    });
  });

  describe('when nobody knows whether it arrived', () => {
    it('looks after the settle time and finds it: sent once', async () => {
      const learner = await invited();
      channel.next.push('lost');
      await send();
      expect(await states()).to.deep.equal(['uncertain']);
      services.protocolClock.advance(SETTLE_MS - 1);
      await send();
      expect(channel.looks).to.equal(0);
      services.protocolClock.advance(1);
      await send();
      expect([channel.calls.length, channel.looks, await states()]).to.deep.equal([1, 1, ['sent']]);
      expect(await followUpOf(services, learner, 'W1')).to.include({ state: 'open', reach: 'asked' });
    });
    it('looks, finds nothing, and sends it once more with the same link', async () => {
      await invited();
      channel.next.push({ kind: 'uncertain', code: 'no-answer' });
      await send();
      services.protocolClock.advance(SETTLE_MS);
      await send();
      await send();
      expect([channel.calls.length, channel.arrived.length, await states()]).to.deep.equal([2, 1, ['sent']]);
      expect(channel.calls[0]?.html).to.equal(channel.calls[1]?.html);
    });
    it('does not send it again when it was answered meanwhile', async () => {
      const learner = await invited();
      channel.next.push({ kind: 'uncertain', code: 'no-answer' });
      await send();
      const { id } = await followUpOf(services, learner, 'W1');
      await services.database.data.write(({ followUps }) => followUps.end(id, 'cancelled', 'stopped'));
      services.protocolClock.advance(SETTLE_MS);
      await send();
      await send();
      expect([channel.calls.length, await states()]).to.deep.equal([1, ['cancelled']]);
    });
    it('never sends blindly: as long as it cannot look, it waits, and gives up in the end', async () => {
      await invited();
      channel.next.push('lost');
      channel.nextFind.push(...Array.from({ length: 20 }, () => ({ kind: 'unknown' as const, code: 'http-500' })));
      for (let round = 0; round < 12; round += 1) {
        await send();
        services.protocolClock.advance(7 * HOUR_MS);
      }
      expect(channel.calls).to.have.length(1);
      expect((await rows())[0]).to.include({ state: 'failed', lastErrorCode: 'unsettled' });
    });
    it('keeps it uncertain while the platform is stopped', async () => {
      await invited();
      channel.next.push('lost');
      channel.nextFind.push({ kind: 'stop', code: 'invalidtoken' });
      await send();
      services.protocolClock.advance(SETTLE_MS);
      await send();
      await send();
      expect([await states(), channel.looks]).to.deep.equal([['uncertain'], 1]);
      await connect(services, world.platformId);
      await send();
      expect([await states(), channel.calls.length]).to.deep.equal([['sent'], 1]);
    });
    it('treats a channel that throws as not knowing', async () => {
      await invited();
      channel.next.push(async () => {
        throw new Error('a fault');
      });
      await send();
      expect((await rows())[0]).to.include({ state: 'uncertain', lastErrorCode: 'internal' });
    });
  });

  describe('when the worker is killed', () => {
    /** Leaves the delivery as a worker leaves it that dies in the middle of the call. */
    const die = async (arrives: boolean): Promise<void> => {
      channel.next.push(async () => (arrives ? 'lost' : { kind: 'uncertain', code: 'x' }));
      const id = (await rows())[0]?.id ?? 0;
      await send();
      const change = {
        state: 'sending',
        leaseToken: 'dead',
        leasedUntil: new Date(services.protocolClock.now().getTime() + LEASE_MS),
        lastErrorCode: null,
      };
      await services.database.models.deliveries.update(change, { where: { id } });
    };
    it('after the claim, another one claims again when the lease is over', async () => {
      await invited();
      const id = (await rows())[0]?.id ?? 0;
      const now = services.protocolClock.now();
      await services.database.data.write(({ deliveries }) =>
        deliveries.claim(id, { token: 'dead', until: new Date(now.getTime() + LEASE_MS) }, now),
      );
      await send();
      expect([channel.calls.length, await states()]).to.deep.equal([0, ['claimed']]);
      services.protocolClock.advance(LEASE_MS);
      await send();
      expect([channel.arrived.length, await states()]).to.deep.equal([1, ['sent']]);
    });
    for (const arrives of [true, false]) {
      it(`in the middle of a call that ${arrives ? 'arrived' : 'did not arrive'}, the person has one message in the end`, async () => {
        const learner = await invited();
        await die(arrives);
        await send();
        expect(await states()).to.deep.equal(['sending']);
        services.protocolClock.advance(LEASE_MS);
        await send();
        expect((await rows())[0]).to.include({ state: 'uncertain', lastErrorCode: 'interrupted' });
        expect(channel.looks).to.equal(0);
        services.protocolClock.advance(SETTLE_MS - LEASE_MS);
        await send();
        await send();
        expect([channel.arrived.length, channel.calls.length, await states()]).to.deep.equal([1, arrives ? 1 : 2, ['sent']]);
        expect(await followUpOf(services, learner, 'W1')).to.include({ state: 'open', reach: 'asked' });
      });
    }
    it('does not let a call that ends after its lease overwrite what was settled since', async () => {
      await invited();
      channel.next.push(async () => {
        services.protocolClock.advance(LEASE_MS);
        await send();
        services.protocolClock.advance(SETTLE_MS);
        return 'lost';
      });
      await send();
      expect((await rows())[0]).to.include({ state: 'uncertain', lastErrorCode: 'interrupted' });
      await send();
      expect([channel.arrived.length, await states()]).to.deep.equal([1, ['sent']]);
    });
  });

  it('gives back what it did not begin when it is told to end, without using an attempt', async () => {
    await invitedMany(20);
    const ending = new AbortController();
    channel.next.push(async () => {
      ending.abort();
      return 'lost';
    });
    await send(ending.signal);
    const begun = channel.calls.length;
    expect(begun).to.be.at.most(8);
    const left = (await rows()).filter(({ state }) => state === 'pending');
    expect(left).to.have.length(20 - begun);
    expect(left.every(({ attempts, leaseToken }) => attempts === 0 && leaseToken === null)).to.equal(true);
  });
  it('leaves no platform waiting for another that fails', async () => {
    await invitedMany(15);
    const failing = world;
    world = await makeWorld(services);
    const learner = await invited();
    const isFailing = new Set((await rows()).filter(({ platformId }) => platformId === failing.platformId).map(({ personId }) => personId));
    const subs = new Set(
      (await services.database.models.people.findAll({ raw: true })).filter(({ id }) => isFailing.has(id)).map(({ sub }) => sub),
    );
    const original = channel.send;
    channel.send = async (message) =>
      subs.has(message.toUserId) ? { kind: 'retry', code: 'unreachable:ECONNREFUSED' } : original(message);
    try {
      await send();
    } finally {
      channel.send = original;
    }
    expect((await followUpOf(services, learner, 'W1')).state).to.equal('open');
    const tried = (await rows()).filter(({ platformId, attempts }) => platformId === failing.platformId && attempts > 0);
    expect(tried.length).to.be.at.most(10);
  });
});
