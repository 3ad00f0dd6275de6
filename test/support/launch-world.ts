import { expect } from 'chai';
import { defaults } from '../../config/defaults.js';
import type { Logger } from '../../src/shared/logger.js';
import type { Platform } from '../../src/usecases/ports/platforms.js';
import { NOTHING, register, storedRows } from './launches.js';
import { type PlatformDouble, startPlatformDouble } from './platform-double.js';
import type { Answer } from './sign-in.js';
import { startTestServices, type TestServices } from './test-services.js';

/** A tool, the platform it knows, a platform it must not trust, and everything that was logged. */
export interface LaunchWorld {
  services: TestServices;
  double: PlatformDouble;
  attacker: PlatformDouble;
  platform: Platform;
  lines: Record<string, unknown>[];
  /** Forgets what was logged so far. */
  clear(): void;
  /** One reason in the log, the status of its kind, a plain page, and nothing stored, no cookie set. */
  expectRefusal(answer: Answer, status: number, reason: string): Promise<void>;
}

/** Sets up a world for the tests of a `describe`; its fields are filled before each test. */
export function launchWorld(): LaunchWorld {
  const parts: Pick<LaunchWorld, 'lines' | 'clear' | 'expectRefusal'> = {
    lines: [],
    clear() {
      world.lines = [];
    },
    async expectRefusal(answer, status, reason) {
      const reasons = world.lines.map((line) => line['reason']).filter((one) => one !== undefined);
      expect({ status: answer.status, reasons }).to.deep.equal({ status, reasons: [reason] });
      expect(answer.headers.get('content-type')).to.match(/^text\/html/);
      expect(answer.headers.get('cache-control')).to.equal('no-store');
      expect(await storedRows(world.services)).to.deep.equal(NOTHING);
      expect(answer.headers.getSetCookie()).to.deep.equal([]);
      expect(answer.text).to.not.match(/at \w+ \(|node_modules|id_token/);
    },
  };
  const world = parts as LaunchWorld;
  before(async () => {
    world.double = await startPlatformDouble();
    world.attacker = await startPlatformDouble();
    const keep = (fields: Record<string, unknown>): void => void world.lines.push(fields);
    const logger: Logger = { info: keep, warn: keep, error: keep, debug: keep };
    world.services = await startTestServices({ defaults: { ...defaults, launchesPerMinute: 100_000 as never } }, { logger });
  });
  after(async () => {
    await world.services.stop();
    await world.double.stop();
    await world.attacker.stop();
  });
  beforeEach(async () => {
    world.double.reset();
    world.attacker.reset();
    world.clear();
    await world.services.empty();
    world.platform = await register(world.services, world.double);
    // Beyond the ten seconds and five minutes for which keys are kept.
    world.services.protocolClock.advance(301_000);
  });
  return world;
}
