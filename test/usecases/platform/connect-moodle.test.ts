import { expect } from 'chai';
import { type FakeChannel, fakeChannel } from '../../support/fake-channel.js';
import { addPlatform } from '../../support/platform-rows.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('connecting a Moodle', () => {
  let services: TestServices;
  let channel: FakeChannel;
  let platformId: number;

  before(async () => {
    channel = fakeChannel();
    services = await startTestServices({}, { channel });
  });
  after(() => services.stop());
  beforeEach(async () => {
    await services.empty();
    channel.nextCheck = {};
    platformId = (await addPlatform(services)).id;
  });
  const connect = (siteUrl = 'https://lms.example/') => services.moodle.connect({ platformId, siteUrl, token: 'the-token' });
  const stored = () => services.database.data.read.platforms.findConnection(platformId);

  it('stores the token sealed, and who the service account is', async () => {
    expect((await connect()).kind).to.equal('connected');
    const connection = await stored();
    expect(connection).to.include({ siteUrl: 'https://lms.example', serviceUserId: '13', state: 'working' });
    expect(connection?.tokenSealed).to.not.contain('the-token');
    expect(services.deps.secrets.open('moodle-token', connection?.tokenSealed ?? '')).to.equal('the-token');
  });
  it('replaces the token when connected again', async () => {
    await connect();
    await services.moodle.connect({ platformId, siteUrl: 'https://lms.example', token: 'another' });
    expect(services.deps.secrets.open('moodle-token', (await stored())?.tokenSealed ?? '')).to.equal('another');
  });
  it('stores nothing while something is missing, and says what', async () => {
    channel.nextCheck = { isUsable: false, missing: ['function:core_message_get_messages'] };
    const outcome = await connect();
    expect(outcome).to.have.property('kind', 'refused');
    expect('check' in outcome && outcome.check.missing).to.deep.equal(['function:core_message_get_messages']);
    expect(await stored()).to.equal(null);
  });
  it('refuses the token of another site, where the same ids are other people', async () => {
    channel.nextCheck = { siteUrl: 'https://other.example' };
    const outcome = await connect();
    expect('check' in outcome && outcome.check.missing).to.deep.equal(['other-site']);
    expect(await stored()).to.equal(null);
  });
  it('knows an unknown platform, and one without a connection', async () => {
    expect(await services.moodle.connect({ platformId: 0, siteUrl: 'https://lms.example', token: 'x' })).to.deep.equal({
      kind: 'no-platform',
    });
    expect(await services.moodle.check(platformId)).to.deep.equal({ kind: 'not-connected' });
  });
  it('stops a connection that does not work any more, and lets it work again', async () => {
    await connect();
    channel.nextCheck = { isUsable: false, failure: 'invalidtoken' };
    await services.moodle.check(platformId);
    expect(await stored()).to.include({ state: 'stopped', stopReason: 'invalidtoken' });
    expect(await services.worker.usecases.recheckConnections()).to.equal(0);
    channel.nextCheck = {};
    expect(await services.worker.usecases.recheckConnections()).to.equal(1);
    expect(await stored()).to.include({ state: 'working', stopReason: null });
  });
  it('does not let a connection work again that leads to another site by now', async () => {
    await connect();
    channel.nextCheck = { siteUrl: 'https://other.example' };
    await services.moodle.check(platformId);
    expect(await stored()).to.include({ state: 'stopped', stopReason: 'other-site' });
    expect(await services.worker.usecases.recheckConnections()).to.equal(0);
    expect(await stored()).to.include({ state: 'stopped' });
    channel.nextCheck = {};
    expect(await services.worker.usecases.recheckConnections()).to.equal(1);
  });
  it('shows how platforms stand without their tokens', async () => {
    await connect();
    const [status] = await services.moodle.status();
    expect(status?.connection).to.include({ state: 'working' });
    expect(JSON.stringify(status)).to.not.contain('tokenSealed');
  });
});
