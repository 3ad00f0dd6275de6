import { defaults } from './defaults.js';
import type { Env } from './env-schema.js';

/** Everything the product is told from outside, parsed and frozen. */
export interface Config {
  port: number;
  /** Where browsers reach the tool, without a trailing slash. */
  publicUrl: string;
  /** True when `publicUrl` is https: then cookies are `__Host-`, Secure and Partitioned. */
  isSecure: boolean;
  databaseUrl: string;
  appSecret: string;
  appSecretPrevious: string | undefined;
  logLevel: Env['LOG_LEVEL'];
  autoMigrate: boolean;
  worker: Env['WORKER'];
  /** Development only: http and private addresses of platforms are accepted. */
  allowInsecurePlatforms: boolean;
  allowedPrivateHosts: readonly string[];
  /** How many reverse proxies stand before the tool (for client addresses in rate limits). */
  trustProxy: number;
  defaults: typeof defaults;
}

/** Derives the `Config` from parsed environment variables. */
export function createConfig(env: Env): Readonly<Config> {
  return Object.freeze({
    port: env.PORT,
    publicUrl: env.PUBLIC_URL,
    isSecure: env.PUBLIC_URL.startsWith('https:'),
    databaseUrl: env.DATABASE_URL,
    appSecret: env.APP_SECRET,
    appSecretPrevious: env.APP_SECRET_PREVIOUS,
    logLevel: env.LOG_LEVEL,
    autoMigrate: env.AUTO_MIGRATE,
    worker: env.WORKER,
    allowInsecurePlatforms: env.ALLOW_INSECURE_PLATFORMS,
    allowedPrivateHosts: env.ALLOWED_PRIVATE_HOSTS,
    trustProxy: env.TRUST_PROXY,
    defaults,
  });
}
