import pino from 'pino';
import type { Config } from '../../config/config.js';
import { databaseOptions } from '../../config/database.js';
import { writeFollowUpMessage } from '../moodle/follow-up-message.js';
import { createMessageChannel } from '../moodle/message-channel.js';
import { createHttpClient } from '../outbound/http-client.js';
import { isDatabaseAway, type OpenDatabase, openDatabase } from '../persistence/database.js';
import { createMigrator, type Migrator } from '../persistence/migrations/migrator.js';
import { type Clocks, systemClock } from '../shared/clock.js';
import type { Logger } from '../shared/logger.js';
import { type Random, systemRandom } from '../shared/random.js';
import { createSecrets } from '../shared/secrets.js';
import type { Dependencies } from '../usecases/dependencies.js';
import { createMapUseCases } from '../usecases/impact-map/index.js';
import { createIntentionUseCases } from '../usecases/intention/index.js';
import { createPlanUseCases } from '../usecases/plan/index.js';
import { type ConnectMoodle, createConnectMoodle } from '../usecases/platform/connect-moodle.js';
import { createReseal } from '../usecases/platform/reseal.js';
import type { Gradebook } from '../usecases/ports/gradebook.js';
import type { MessageChannel } from '../usecases/ports/message-channel.js';
import { createPrivacyUseCases } from '../usecases/privacy/index.js';
import { createReportUseCases } from '../usecases/report/index.js';
import { createSurveyUseCases } from '../usecases/survey/index.js';
import { createWorkerUseCases, type WorkerUseCases } from '../usecases/worker/index.js';
import type { Job } from '../usecases/worker/job.js';
import type { WebServices } from '../web/services.js';
import { createJobs } from '../worker/jobs.js';
import { createReleaseJob } from '../worker/release-job.js';
import { composeLti, type LtiServices } from './compose-lti.js';

/** Everything that is running: what the web and the worker are given, and how to close it. */
export interface Services {
  config: Config;
  database: OpenDatabase;
  migrator: Migrator;
  logger: Logger;
  deps: Dependencies;
  web: WebServices;
  /** The worker's jobs, for `createScheduler`, and its use cases one by one. */
  worker: { jobs: Job[]; usecases: WorkerUseCases };
  moodle: ConnectMoodle;
  lti: LtiServices;
  /** Puts what is kept for long under the newest secret, after it was changed. */
  reseal(): Promise<void>;
}

/** Parts that tests and the demo replace. */
export interface Parts {
  clocks?: Clocks;
  random?: Random;
  logger?: Logger;
  channel?: MessageChannel;
  gradebook?: Gradebook;
}

/** The log of the product: JSON lines; whatever could carry a secret or a person is removed by name as well. */
export function createLogger(level: string, to: 'stdout' | 'stderr' = 'stdout'): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['id_token', 'state', 'nonce', 'client_assertion', 'token', 'authorization', 'cookie', '*.token', '*.authorization'],
      censor: '(removed)',
    },
  };
  return pino(options, pino.destination(to === 'stderr' ? 2 : 1));
}

/** Builds every service from the configuration; opens the database, but neither migrates nor listens. */
export async function compose(config: Config, parts: Parts = {}): Promise<Services> {
  const logger = parts.logger ?? createLogger(config.logLevel);
  const clocks = parts.clocks ?? { protocol: systemClock, calendar: systemClock };
  const random = parts.random ?? systemRandom;
  const secrets = createSecrets(config.appSecret, config.appSecretPrevious);
  const database = await openDatabase(databaseOptions(config.databaseUrl));
  const migrator = createMigrator(database.sequelize);
  const deps: Dependencies = { data: database.data, clocks, random, secrets, logger, publicUrl: config.publicUrl };
  const http = createHttpClient({
    allowInsecure: config.allowInsecurePlatforms,
    allowedPrivateHosts: config.allowedPrivateHosts,
    publicUrl: config.publicUrl,
  });
  const lti = composeLti(config, deps, http);
  const web: WebServices = {
    publicUrl: config.publicUrl,
    isSecure: config.isSecure,
    trustProxy: config.trustProxy,
    logger,
    clocks,
    random,
    secrets,
    data: database.data,
    launches: lti.launches,
    platforms: lti.platforms,
    launchesPerMinute: config.defaults.launchesPerMinute,
    maps: createMapUseCases(deps),
    intentions: createIntentionUseCases(deps),
    privacy: createPrivacyUseCases(deps),
    plans: createPlanUseCases(deps),
    reports: createReportUseCases(deps),
    surveys: createSurveyUseCases(deps),
    health: { isDatabaseReachable: database.isReachable, isDatabaseAway, pendingMigrations: () => migrator.pending() },
  };
  const ways = {
    channel: parts.channel ?? createMessageChannel(http),
    gradebook: parts.gradebook ?? lti.gradebook,
    writeMessage: writeFollowUpMessage,
  };
  const usecases = createWorkerUseCases({ ...deps, ...ways });
  const worker = { jobs: [...createJobs(usecases), createReleaseJob(web.reports, clocks.calendar)], usecases };
  const moodle = createConnectMoodle({ ...deps, ...ways });
  return { config, database, migrator, logger, deps, web, worker, moodle, lti, reseal: createReseal(deps) };
}
