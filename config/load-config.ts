import { readFileSync } from 'node:fs';
import { type Config, createConfig } from './config.js';
import { demoSchema, envSchema } from './env-schema.js';

const SECRETS = ['APP_SECRET', 'APP_SECRET_PREVIOUS', 'DATABASE_URL'] as const;

/** Why the configuration cannot be used: one line for each fault. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((f) => `  - ${f}`).join('\n')}`,
    );
    this.faults = faults;
  }
}

/**
 * Reads the configuration from environment variables, once. A secret may also stand in a file named by `<NAME>_FILE`.
 * Throws a `ConfigError` that lists every fault at once.
 */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Readonly<Config> {
  const faults: string[] = [];
  const values: Record<string, string | undefined> = {};
  for (const name of Object.keys(envSchema.shape))
    if (environment[name] !== undefined && environment[name] !== '') values[name] = environment[name];
  for (const name of SECRETS) {
    const file = environment[`${name}_FILE`];
    if (!file) continue;
    if (values[name] !== undefined) faults.push(`${name}: given twice, as a value and as ${name}_FILE`);
    try {
      values[name] = readFileSync(file, 'utf8').trim();
    } catch {
      faults.push(`${name}_FILE: cannot read ${file}`);
    }
  }
  const parsed = envSchema.safeParse(values);
  if (!parsed.success) {
    faults.push(
      ...parsed.error.issues.map(
        (issue) => `${issue.path.join('.')}: ${values[String(issue.path[0])] === undefined ? 'is missing' : issue.message}`,
      ),
    );
  }
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return createConfig(parsed.data);
}

/** The two ports of the demo: `PORT` for the tool, `DEMO_PORT` for its small LMS. Everything else of the demo is set in code. */
export function loadDemoPorts(environment: NodeJS.ProcessEnv = process.env): { port: number; lmsPort: number } {
  const parsed = demoSchema.safeParse({ PORT: environment['PORT'] || undefined, DEMO_PORT: environment['DEMO_PORT'] || undefined });
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  return { port: parsed.data.PORT, lmsPort: parsed.data.DEMO_PORT };
}
