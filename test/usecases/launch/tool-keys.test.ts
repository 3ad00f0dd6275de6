import { expect } from 'chai';
import { createToolKeys } from '../../../src/usecases/launch/tool-keys.js';
import { openBrowser } from '../../support/launches.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('our signing keys', () => {
  let services: TestServices;
  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());
  beforeEach(() => services.empty());

  it('are made once, however many ask first', async () => {
    await Promise.all([services.lti.toolKeys.ensure(), services.lti.toolKeys.published(), services.lti.toolKeys.signingKey()]);
    expect(await services.database.models.toolKeys.count()).to.equal(1);
  });

  it('survive a restart', async () => {
    const { kid } = await services.lti.toolKeys.signingKey();
    expect((await createToolKeys(services.deps).signingKey()).kid).to.equal(kid);
  });

  it('are published with kid, alg and use, for five minutes, without any private part', async () => {
    const answer = await (await openBrowser(services)).get('/lti/jwks');
    const { keys } = JSON.parse(answer.text) as { keys: Record<string, string>[] };
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('cache-control')).to.equal('public, max-age=300');
    expect(keys).to.have.length(1);
    expect(Object.keys(keys[0] ?? {}).sort()).to.deep.equal(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect(keys[0]).to.include({ alg: 'RS256', use: 'sig', kty: 'RSA' });
    expect(Buffer.from(keys[0]?.['n'] ?? '', 'base64url')).to.have.length(256);
  });

  it('keep their private half sealed', async () => {
    const { privateJwk } = await services.lti.toolKeys.signingKey();
    const [rows] = await services.database.sequelize.query('select * from tool_keys');
    expect(privateJwk.d).to.match(/^[\w-]{300,}$/);
    expect(JSON.stringify(rows).includes(String(privateJwk.d))).to.equal(false);
  });

  it('sign with the newest that is active, while the next is published already and a retired one no more', async () => {
    await services.lti.toolKeys.ensure();
    const [first] = await services.database.data.read.launches.listKeys();
    if (!first) throw new Error('no key');
    const now = services.protocolClock.now();
    const later = new Date(now.getTime() + 86_400_000);
    const add = (kid: string, activeFrom: Date, retiredAt: Date | null) =>
      services.database.data.write(({ launches }) => launches.addKey({ ...first, kid, activeFrom, retiredAt }));
    await add('retired', now, now);
    await add('next', later, null);
    const published = (await services.lti.toolKeys.published()).map(({ kid }) => kid);
    expect(published).to.have.length(2);
    expect((await services.lti.toolKeys.signingKey()).kid).to.equal(first.kid);
    services.protocolClock.set(later);
    expect((await services.lti.toolKeys.signingKey()).kid).to.equal('next');
  });
});
