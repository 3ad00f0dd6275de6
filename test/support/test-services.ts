import type { Config } from '../../config/config.js';
import { compose, type Parts, type Services } from '../../src/main/compose.js';
import { allModels } from '../../src/persistence/models/index.js';
import { silentLogger } from '../../src/shared/logger.js';
import { type FixedClock, fixedClock } from './fixed-clock.js';
import { testConfig } from './test-config.js';
import { makeTestDatabase } from './test-database.js';

/** Everything composed on a migrated throw-away database, with both clocks standing still. */
export interface TestServices extends Services {
  protocolClock: FixedClock;
  calendarClock: FixedClock;
  /** Empties every table. */
  empty(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the services for a test file; call `stop` in `after`. */
export async function startTestServices(config: Partial<Config> = {}, parts: Parts = {}): Promise<TestServices> {
  const database = await makeTestDatabase();
  const protocolClock = fixedClock(new Date());
  const calendarClock = fixedClock();
  const services = await compose(testConfig({ databaseUrl: database.url, ...config }), {
    clocks: { protocol: protocolClock, calendar: calendarClock },
    logger: silentLogger,
    ...parts,
  });
  await services.migrator.up();
  return {
    ...services,
    protocolClock,
    calendarClock,
    async empty() {
      for (const model of allModels(services.database.models).reverse()) await model.destroy({ where: {} });
    },
    async stop() {
      await services.database.close();
      await database.drop();
    },
  };
}
