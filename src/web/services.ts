import type { Clocks } from '../shared/clock.js';
import type { Logger } from '../shared/logger.js';
import type { Random } from '../shared/random.js';
import type { Secrets } from '../shared/secrets.js';
import type { MapUseCases } from '../usecases/impact-map/index.js';
import type { IntentionUseCases } from '../usecases/intention/index.js';
import type { LaunchUseCases } from '../usecases/launch/index.js';
import type { PlanUseCases } from '../usecases/plan/index.js';
import type { PlatformUseCases } from '../usecases/platform/index.js';
import type { Database } from '../usecases/ports/database.js';
import type { PrivacyUseCases } from '../usecases/privacy/index.js';
import type { ReportUseCases } from '../usecases/report/index.js';
import type { SurveyUseCases } from '../usecases/survey/index.js';

/** What the web process is told and may call. Each subject adds its bound use cases here. */
export interface WebServices {
  publicUrl: string;
  isSecure: boolean;
  trustProxy: number;
  logger: Logger;
  clocks: Clocks;
  random: Random;
  secrets: Secrets;
  /** For middleware that loads session, course and enrolment; routes call use cases instead. */
  data: Database;
  launches: LaunchUseCases;
  platforms: PlatformUseCases;
  /** How many logins, and how many launches, one address may send in a minute. */
  launchesPerMinute: number;
  maps: MapUseCases;
  intentions: IntentionUseCases;
  privacy: PrivacyUseCases;
  plans: PlanUseCases;
  reports: ReportUseCases;
  surveys: SurveyUseCases;
  health: {
    isDatabaseReachable(): Promise<boolean>;
    /** Whether an error means that the database could not be reached, so that trying later helps. */
    isDatabaseAway(error: unknown): boolean;
    pendingMigrations(): Promise<string[]>;
  };
}
