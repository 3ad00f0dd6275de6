import { expect } from 'chai';
import { defaults } from '../../../config/defaults.js';
import { baseUrlOf } from '../../support/sign-in.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('the limit of launches in a minute', () => {
  const LIMIT = 3;
  let services: TestServices;
  const start = async (trustProxy: number): Promise<void> => {
    services = await startTestServices({ trustProxy, defaults: { ...defaults, launchesPerMinute: LIMIT as never } });
  };
  afterEach(() => services.stop());

  /** The statuses of one request for each of these `X-Forwarded-For`. */
  const ask = async (forwarded: string[]): Promise<number[]> => {
    const statuses: number[] = [];
    for (const value of forwarded) {
      const headers = { connection: 'close', 'x-forwarded-for': value };
      const answer = await fetch(new URL('/lti/login', await baseUrlOf(services)), { headers });
      await answer.text();
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).to.be.within(1, 60);
    }
    return statuses;
  };
  const passed = (statuses: number[]): number => statuses.filter((status) => status === 200).length;

  it('is not passed by who makes up addresses, where no proxy stands before us', async () => {
    await start(0);
    expect(await ask(['1.1.1.1', '2.2.2.2', '3.3.3.3', '4.4.4.4', '5.5.5.5'])).to.deep.equal([200, 200, 200, 429, 429]);
  });

  it('counts each address that our proxy saw, and nothing that was written before it', async () => {
    await start(1);
    expect(passed(await ask(['1.1.1.1, 9.9.9.9', '2.2.2.2, 9.9.9.9', '9.9.9.9', '3.3.3.3, 9.9.9.9', '127.0.0.1, 9.9.9.9']))).to.equal(
      LIMIT,
    );
    expect(passed(await ask(['8.8.8.8', '9.9.9.9, 8.8.8.8']))).to.equal(2);
  });
});
