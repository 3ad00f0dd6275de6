import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';

/** The server the suite runs on besides SQLite: `TEST_DATABASE_URL`, or the local one. Set by the test run (`TEST_DIALECT=mysql`). */
const SERVER = process.env['TEST_DATABASE_URL'] ?? 'mysql://root@127.0.0.1:3306/';

/** The database product this run of the suite is about. */
export const dialect: 'sqlite' | 'mysql' = process.env['TEST_DIALECT'] === 'mysql' ? 'mysql' : 'sqlite';

/** A throw-away database: its URL, and how to be rid of it. */
export interface TestDatabaseUrl {
  url: string;
  drop(): Promise<void>;
}

/** Makes an empty throw-away database of the dialect of this run. */
export async function makeTestDatabase(): Promise<TestDatabaseUrl> {
  const name = `impact_map_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  if (dialect === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'impact-map-'));
    return { url: `sqlite:${join(folder, `${name}.sqlite`)}`, drop: async () => rmSync(folder, { recursive: true, force: true }) };
  }
  const server = new URL(SERVER);
  const run = async (sql: string): Promise<void> => {
    const connection = await mysql.createConnection({
      host: server.hostname,
      port: Number(server.port || 3306),
      user: server.username,
      password: server.password,
    });
    await connection.query(sql);
    await connection.end();
  };
  await run(`create database ${name} character set utf8mb4 collate utf8mb4_bin`);
  server.pathname = `/${name}`;
  return { url: server.toString(), drop: () => run(`drop database ${name}`) };
}
