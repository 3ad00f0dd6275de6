import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError, type Sequelize, TimeoutError, type Transaction, UniqueConstraintError } from 'sequelize';
import type { Repositories, UnitOfWork } from '../usecases/ports/database.js';
import { limitConcurrency } from './limit-concurrency.js';
import { createWriteQueue } from './write-queue.js';

const ATTEMPTS = 5;
/** Fewer than the pool has connections: a crowd of first launches waits here, not at the pool's deadline, and reads go on. */
const MOST_AT_ONCE = 6;
/** Deadlock, lock wait timeout, row changed since read, serialization failure (security.md D4). */
const RETRIED_NUMBERS = new Set([1213, 1205, 1020]);
const RETRIED_CODES = new Set(['SQLITE_BUSY', '40001', 'ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD']);

/** Whether a failed transaction may succeed when it is run again from the start. */
export function isWorthRetrying(error: unknown): boolean {
  if (error instanceof TimeoutError) return true;
  if (error instanceof UniqueConstraintError) return false;
  if (!(error instanceof DatabaseError)) return false;
  const original = error.original as { errno?: number; code?: string; sqlState?: string };
  return RETRIED_NUMBERS.has(original.errno ?? 0) || RETRIED_CODES.has(original.code ?? '') || RETRIED_CODES.has(original.sqlState ?? '');
}

/**
 * Makes the only way to write. The work gets repositories bound to one transaction; it is run again, whole, when the databases'
 * own conflicts stop it, so it must have no effect outside the database. On SQLite all writes of the process wait in one queue
 * and begin IMMEDIATE (security.md 0.5, D4).
 */
export function createUnitOfWork(sequelize: Sequelize, repositoriesIn: (transaction: Transaction) => Repositories): UnitOfWork {
  const once = <Result>(work: (repositories: Repositories) => Promise<Result>): Promise<Result> =>
    sequelize.transaction((transaction) => work(repositoriesIn(transaction)));
  const withRetries = async <Result>(work: (repositories: Repositories) => Promise<Result>): Promise<Result> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(work);
      } catch (error) {
        if (attempt >= ATTEMPTS || !isWorthRetrying(error)) throw error;
        await sleep(10 * 2 ** attempt * (0.5 + Math.random()));
      }
    }
  };
  if (sequelize.getDialect() !== 'sqlite') {
    const limit = limitConcurrency(MOST_AT_ONCE);
    return (work) => limit(() => withRetries(work));
  }
  const queue = createWriteQueue();
  return (work) => queue(() => withRetries(work));
}
