import { QueryTypes } from 'sequelize';
import type { ReportDatabase, SqlValue } from '../reports/ports.js';
import type { RepositoryContext } from './repositories/context.js';

/** Runs report SQL on the connection or transaction of a repository. */
export function createReportDatabase({ sequelize, transaction }: RepositoryContext): ReportDatabase {
  const isSqlite = sequelize.getDialect() === 'sqlite';
  return {
    select: (sql, values) =>
      sequelize.query(sql, { replacements: asStored(values, isSqlite), type: QueryTypes.SELECT, transaction: transaction ?? null }),
  };
}

/** Values as the tables hold them: moments as text in UTC to the millisecond, as the two databases write it; an empty list matches nothing. */
export function asStored(values: Record<string, SqlValue>, isSqlite: boolean): Record<string, unknown> {
  const moment = (date: Date): string =>
    date
      .toISOString()
      .replace('T', ' ')
      .replace('Z', isSqlite ? ' +00:00' : '');
  const stored = (value: SqlValue): unknown => {
    if (value instanceof Date) return moment(value);
    return Array.isArray(value) && value.length === 0 ? [null] : value;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, stored(value)]));
}
