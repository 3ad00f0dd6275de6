import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, createConfig } from '../../config/config.js';
import { defaults } from '../../config/defaults.js';

export interface DemoPlace {
  folder: string;
  /** Keep what an earlier run left. */
  keeps: boolean;
  port: number;
}

/** The folder's secret: made at the first start, kept beside the database it opens. */
function secretOf(folder: string): string {
  const file = join(folder, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** The tool's configuration in the demo, set here and nowhere read; the folder is emptied first, unless it is kept. */
export function demoConfig({ folder, keeps, port }: DemoPlace): Readonly<Config> {
  if (!keeps) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const config = createConfig({
    PORT: port,
    PUBLIC_URL: `http://localhost:${port}`,
    DATABASE_URL: `sqlite:${join(folder, 'tool.sqlite')}`,
    APP_SECRET: secretOf(folder),
    APP_SECRET_PREVIOUS: undefined,
    LOG_LEVEL: 'warn',
    AUTO_MIGRATE: true,
    WORKER: 'inline',
    ALLOW_INSECURE_PLATFORMS: true,
    ALLOWED_PRIVATE_HOSTS: [],
    TRUST_PROXY: 0,
  });
  // Sixty people of the past arrive within seconds, from one address.
  return Object.freeze({ ...config, defaults: { ...defaults, launchesPerMinute: 100_000 } as unknown as typeof defaults });
}
