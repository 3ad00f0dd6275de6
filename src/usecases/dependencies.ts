import type { Clocks } from '../shared/clock.js';
import type { Logger } from '../shared/logger.js';
import type { Random } from '../shared/random.js';
import type { Secrets } from '../shared/secrets.js';
import type { Database } from './ports/database.js';

/** What every use case may ask for; each takes what it needs of it. */
export interface Dependencies {
  data: Database;
  clocks: Clocks;
  random: Random;
  secrets: Secrets;
  logger: Logger;
  /** Where browsers reach the tool, without a trailing slash. */
  publicUrl: string;
}
