import { expect } from 'chai';
import { createSecrets } from '../../../src/shared/secrets.js';
import { TOKEN_PURPOSE } from '../../../src/usecases/follow-up/compose-message.js';
import { SEALED_AS } from '../../../src/usecases/launch/tool-keys.js';
import { createReseal } from '../../../src/usecases/platform/reseal.js';
import { makeWorld } from '../../support/follow-up-world.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('changing APP_SECRET', () => {
  const NEW = 'another-secret-another-secret-0123456789';
  let services: TestServices;
  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());

  it('puts keys and tokens under the new secret, so that the old one can go, and leaves what neither opens', async () => {
    const { data } = services.database;
    const { platformId } = await makeWorld(services);
    await services.lti.toolKeys.ensure();
    const [key] = await data.read.launches.listKeys();
    if (!key) throw new Error('no key');
    const privateJwk = services.deps.secrets.open(SEALED_AS, key.privateJwkSealed);
    const broken = { ...key, kid: 'broken', privateJwkSealed: 'v1.a.b.c' };
    await data.write(({ launches }) => launches.addKey(broken));

    const both = createSecrets(NEW, services.config.appSecret);
    const faults: unknown[] = [];
    const logger = { ...services.deps.logger, error: (fields: unknown) => void faults.push(fields) };
    const reseal = createReseal({ ...services.deps, secrets: both, logger });
    await reseal();
    await reseal();

    const alone = createSecrets(NEW);
    const keys = await data.read.launches.listKeys();
    const connection = await data.read.platforms.findConnection(platformId);
    expect(alone.open(SEALED_AS, keys[0]?.privateJwkSealed ?? '')).to.equal(privateJwk);
    expect(alone.open(TOKEN_PURPOSE, connection?.tokenSealed ?? '')).to.equal('secret-token-of-the-service');
    expect(connection).to.include({ state: 'working', serviceUserId: '13' });
    expect(keys[1]?.privateJwkSealed).to.equal(broken.privateJwkSealed);
    expect(faults).to.deep.equal([{ purpose: SEALED_AS }, { purpose: SEALED_AS }]);
  });
});
