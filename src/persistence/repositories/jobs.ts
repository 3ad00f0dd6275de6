import { Op, UniqueConstraintError } from 'sequelize';
import type { JobRepository } from '../../usecases/ports/jobs.js';
import type { RepositoryContext } from './context.js';

/** Leases and outcomes of the worker's jobs: one row for each name, made on first use. */
export function createJobRepository({ models, transaction }: RepositoryContext): JobRepository {
  return {
    async takeLease(name, { token, until }, now) {
      const taken = { leaseToken: token, leasedUntil: until, startedAt: now };
      const free = { [Op.or]: [{ leasedUntil: null }, { leasedUntil: { [Op.lte]: now } }] };
      const [count] = await models.jobLeases.update(taken, { where: { name, ...free }, transaction });
      if (count === 1) return true;
      if ((await models.jobLeases.count({ where: { name }, transaction })) > 0) return false;
      return models.jobLeases.create({ name, ...taken }, { transaction }).then(
        () => true,
        (error: unknown) => {
          if (error instanceof UniqueConstraintError) return false;
          throw error;
        },
      );
    },
    async finish(name, leaseToken, { succeeded, errorCode }, now) {
      const outcome = succeeded ? { succeededAt: now, lastErrorCode: null } : { failedAt: now, lastErrorCode: errorCode ?? null };
      await models.jobLeases.update({ ...outcome, leaseToken: null, leasedUntil: null }, { where: { name, leaseToken }, transaction });
    },
    async list() {
      const rows = await models.jobLeases.findAll({ order: [['name', 'ASC']], transaction });
      return rows.map(({ name, startedAt, succeededAt, failedAt, lastErrorCode }) => ({
        name,
        startedAt,
        succeededAt,
        failedAt,
        lastErrorCode,
      }));
    },
  };
}
