import { type Model, type ModelAttributeColumnOptions, type ModelStatic, Op, type WhereOptions } from 'sequelize';
import type { PrivacyRepository } from '../../usecases/ports/privacy.js';
import { allModels } from '../models/index.js';
import type { RepositoryContext } from './context.js';

type Rows = Record<string, unknown>[];

/** Never leaves the database: sealed values, hashes of one-time values, and the worker's lease tokens. */
const LEFT_OUT = /(Sealed|Hash)$|^leaseToken$/;

/**
 * What is kept about one person, found by walking the references from `people` down, so that a table added later is covered
 * without anybody thinking of it (decisions.md 30).
 */
export function createPrivacyRepository(context: RepositoryContext): PrivacyRepository {
  const { models, transaction } = context;
  const rowsOf = async (model: ModelStatic<Model>, where: WhereOptions): Promise<Rows> => {
    const found = await model.findAll({ where, order: [['id', 'ASC']], transaction });
    return found.map((row) => row.get({ plain: true }) as Record<string, unknown>);
  };
  /** Launches that were begun under the person's id at the platform; they are not signed in yet, so no reference leads to them. */
  const launchesOf = async (personId: number): Promise<WhereOptions | null> => {
    const person = await models.people.findByPk(personId, { transaction });
    return person && { platformId: person.platformId, loginHint: person.sub };
  };
  return {
    async exportRows(personId) {
      const own = new Map<string, Rows>();
      const mentioned = new Map<string, Rows>();
      for (const model of allModels(models)) {
        const name = model.tableName;
        if (name === models.people.tableName) {
          own.set(name, await rowsOf(model, { id: personId }));
          continue;
        }
        const owned = conditions(model, own, 'CASCADE');
        const pointed = conditions(model, own, 'SET NULL');
        if (owned.length) own.set(name, await rowsOf(model, { [Op.or]: owned }));
        else if (pointed.length) mentioned.set(name, await rowsOf(model, { [Op.or]: pointed }));
      }
      const launches = await launchesOf(personId);
      if (launches) mentioned.set(models.pendingLaunches.tableName, await rowsOf(models.pendingLaunches, launches));
      return Object.fromEntries([...own, ...mentioned].map(([name, rows]) => [name, rows.map(withoutSecrets)]));
    },
    async erase(personId) {
      const launches = await launchesOf(personId);
      if (launches) await models.pendingLaunches.destroy({ where: launches, transaction });
      // Every other row that hangs on the person goes with it, by the foreign keys of the tables.
      await models.people.destroy({ where: { id: personId }, transaction });
    },
  };
}

/** One condition for each column by which rows of a table belong to (or point at) rows that are the person's. */
function conditions(model: ModelStatic<Model>, own: ReadonlyMap<string, Rows>, onDelete: 'CASCADE' | 'SET NULL'): WhereOptions[] {
  return Object.entries(model.getAttributes()).flatMap(([column, attribute]) => {
    const { references, onDelete: rule } = attribute as ModelAttributeColumnOptions;
    const target = typeof references === 'object' && 'model' in references ? String(references.model) : '';
    const rows = own.get(target);
    return rows && rule === onDelete ? [{ [column]: { [Op.in]: rows.map((row) => row['id']) } }] : [];
  });
}

function withoutSecrets(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !LEFT_OUT.test(column)));
}
