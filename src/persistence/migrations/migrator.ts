import type { QueryInterface, Sequelize } from 'sequelize';
import { SequelizeStorage, Umzug } from 'umzug';
import { migrations } from './index.js';

/** Brings the schema up or down, and tells what is pending. */
export interface Migrator {
  up(): Promise<string[]>;
  /** Takes back the newest migration. */
  down(): Promise<string[]>;
  pending(): Promise<string[]>;
  executed(): Promise<string[]>;
}

/** The migrator of one connection; names and order come from `migrations/index.ts`. */
export function createMigrator(sequelize: Sequelize): Migrator {
  const names = (list: { name: string }[]): string[] => list.map((migration) => migration.name);
  const umzug = new Umzug<QueryInterface>({
    migrations: migrations.map(({ name, up, down }) => ({ name, up: ({ context }) => up(context), down: ({ context }) => down(context) })),
    context: sequelize.getQueryInterface(),
    storage: new SequelizeStorage({ sequelize, tableName: 'migrations' }),
    logger: undefined,
  });
  return {
    up: async () => names(await umzug.up()),
    down: async () => names(await umzug.down()),
    pending: async () => names(await umzug.pending()),
    executed: async () => names(await umzug.executed()),
  };
}
