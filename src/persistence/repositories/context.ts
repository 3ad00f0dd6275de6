import type { Sequelize, Transaction } from 'sequelize';
import type { Models } from '../models/index.js';

/** What every repository is made from; `transaction` is undefined for reads outside a unit of work. */
export interface RepositoryContext {
  sequelize: Sequelize;
  models: Models;
  transaction: Transaction | undefined;
}
