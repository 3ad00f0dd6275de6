import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import mysql2 from 'mysql2';
import { ConnectionError, type QueryInterface, Sequelize, Transaction } from 'sequelize';
import sqlite3 from 'sqlite3';
import type { Database } from '../usecases/ports/database.js';
import { defineModels, type Models } from './models/index.js';
import { createRepositories } from './repositories/index.js';
import { createUnitOfWork } from './unit-of-work.js';

/** How to reach the database: an SQLite file, or a MariaDB/MySQL server. */
export type DatabaseOptions =
  | { dialect: 'sqlite'; file: string }
  | { dialect: 'mysql'; host: string; port: number; user: string; password: string; database: string };

/** An open connection with its tables; `data` is what the use cases see of it. */
export interface OpenDatabase {
  sequelize: Sequelize;
  queryInterface: QueryInterface;
  models: Models;
  data: Database;
  /** Answers whether the database can be reached now. */
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
}

/** Whether an error means that the database could not be reached or had no connection free (security.md B24). */
export function isDatabaseAway(error: unknown): boolean {
  return error instanceof ConnectionError;
}

/**
 * Opens a database. SQLite runs in WAL with foreign keys and a busy timeout; MariaDB and MySQL in READ COMMITTED and UTC
 * (security.md D4). Nothing is created or migrated here.
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const sequelize = options.dialect === 'sqlite' ? openSqlite(options.file) : openMysql(options);
  if (options.dialect === 'sqlite') await sequelize.query('PRAGMA journal_mode = WAL');
  const models = defineModels(sequelize);
  const unitOfWork = createUnitOfWork(sequelize, (transaction) => createRepositories({ sequelize, models, transaction }));
  return {
    sequelize,
    queryInterface: sequelize.getQueryInterface(),
    models,
    data: { read: createRepositories({ sequelize, models, transaction: undefined }), write: unitOfWork },
    isReachable: () =>
      sequelize.query('select 1').then(
        () => true,
        () => false,
      ),
    close: () => sequelize.close(),
  };
}

function openSqlite(file: string): Sequelize {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  return new Sequelize({
    dialect: 'sqlite',
    storage: file,
    logging: false,
    dialectModule: { ...sqlite3, Database: PatientDatabase },
    transactionType: Transaction.TYPES.IMMEDIATE,
    retry: { max: 1 },
  });
}

/** Sequelize opens a connection per transaction; each of them must wait for a lock instead of failing at once. */
class PatientDatabase extends sqlite3.Database {
  constructor(...args: ConstructorParameters<typeof sqlite3.Database>) {
    super(...args);
    this.configure('busyTimeout', 10_000);
  }
}

/**
 * MariaDB 10.11 loses rows in plans it calls LATERAL DERIVED (a grouped derived table split by key): 42 commitments were counted as 1.
 * MySQL does not know this switch, and reads past the part that only MariaDB runs.
 */
const WITHOUT_SPLITTING = "set @splitting = 0 /*M!100300 , session optimizer_switch = 'split_materialized=off' */";

function openMysql(options: Extract<DatabaseOptions, { dialect: 'mysql' }>): Sequelize {
  const { dialect, host, port, user: username, password, database } = options;
  return new Sequelize({
    dialect,
    dialectModule: mysql2,
    host,
    port,
    username,
    password,
    database,
    logging: false,
    timezone: '+00:00',
    isolationLevel: Transaction.ISOLATION_LEVELS.READ_COMMITTED,
    define: { charset: 'utf8mb4', collate: 'utf8mb4_bin' },
    dialectOptions: { charset: 'utf8mb4', supportBigNumbers: true },
    pool: { max: 10, min: 0, acquire: 5_000, idle: 10_000 },
    retry: { max: 1 },
    hooks: {
      afterConnect: async (connection) => {
        const session = (connection as { promise(): { query(sql: string): Promise<unknown> } }).promise();
        await session.query('set session transaction isolation level read committed');
        await session.query(WITHOUT_SPLITTING);
      },
    },
  });
}
