import { type Config, createConfig } from '../../config/config.js';
import { envSchema } from '../../config/env-schema.js';

/** A configuration for tests; override what the test is about. */
export function testConfig(overrides: Partial<Config> = {}): Config {
  const env = envSchema.parse({
    PUBLIC_URL: 'http://localhost:3000',
    APP_SECRET: 'test-secret-test-secret-test-secret-0123456789',
    DATABASE_URL: 'sqlite::memory:',
    LOG_LEVEL: 'silent',
    ALLOW_INSECURE_PLATFORMS: 'true',
  });
  return { ...createConfig(env), ...overrides };
}
