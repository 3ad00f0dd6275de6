/** How to reach the database: an SQLite file, or a MariaDB/MySQL server. */
export type DatabaseOptions =
  | { dialect: 'sqlite'; file: string }
  | { dialect: 'mysql'; host: string; port: number; user: string; password: string; database: string };

/** Reads a `DATABASE_URL` (`sqlite:path` or `mysql://user:password@host:3306/name`). */
export function databaseOptions(url: string): DatabaseOptions {
  if (url.startsWith('sqlite:')) return { dialect: 'sqlite', file: url.slice('sqlite:'.length) };
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    dialect: 'mysql',
    host: hostname,
    port: port ? Number(port) : 3306,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
  };
}
