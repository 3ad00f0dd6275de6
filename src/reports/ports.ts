/** Values that may stand in a report query. A list becomes `in (…)`; moments are written as the database stores them. */
export type SqlValue = string | number | Date | readonly string[] | null;

/** Reads rows by a block of report SQL. */
export interface ReportDatabase {
  select(sql: string, values: Record<string, SqlValue>): Promise<Record<string, unknown>[]>;
}
