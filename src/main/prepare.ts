import { ConfigError, loadConfig } from '../../config/load-config.js';
import { compose, createLogger, type Services } from './compose.js';

/** Reads the configuration, or prints every fault and ends the process. */
export function configOrExit(): ReturnType<typeof loadConfig> {
  try {
    return loadConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/**
 * Composes the services and makes sure the schema is current: migrates where `AUTO_MIGRATE=true`, otherwise refuses to start while
 * migrations are pending. Commands, whose answer stands on stdout, log to stderr. Makes the signing keys at the first start.
 */
export async function prepare(logTo: 'stdout' | 'stderr' = 'stdout'): Promise<Services> {
  const config = configOrExit();
  const services = await compose(config, { logger: createLogger(config.logLevel, logTo) });
  if (config.allowInsecurePlatforms) {
    services.logger.warn(
      {},
      'ALLOW_INSECURE_PLATFORMS is on: http and private addresses are accepted. For development only, never for real people.',
    );
  }
  const pending = await services.migrator.pending();
  if (pending.length > 0 && config.autoMigrate) {
    services.logger.info({ migrations: await services.migrator.up() }, 'migrated');
  } else if (pending.length > 0) {
    process.stderr.write(
      `The database has ${pending.length} pending migrations. Run: npm run migrate -- up   (or set AUTO_MIGRATE=true)\n`,
    );
    await services.database.close();
    process.exit(1);
  }
  await services.lti.toolKeys.ensure();
  if (config.appSecretPrevious !== undefined) await services.reseal();
  return services;
}
