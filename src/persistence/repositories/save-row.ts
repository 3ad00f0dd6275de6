import { type Model, type ModelStatic, type Transaction, UniqueConstraintError, type WhereOptions } from 'sequelize';
import type { TableModel } from '../models/table.js';

/**
 * Finds the row with these values, or makes it. A row that somebody else made in the meantime is an answer, not an accident
 * (architecture.md, "Sequelize models"). What differs in `change` is written; an unchanged row is left alone, so that many first
 * launches of one course do not wait for each other (security.md D4).
 */
export async function saveRow<Row extends object>(
  model: TableModel<Row>,
  save: { key: Partial<Row>; create: Partial<Row>; change: Partial<Row> },
  transaction: Transaction | undefined,
): Promise<Row> {
  const rows = model as unknown as ModelStatic<Model<Row, Row>>;
  const where = save.key as unknown as WhereOptions<Row>;
  const find = async (): Promise<Row | null> => (await rows.findOne({ where, transaction }))?.get({ plain: true }) ?? null;
  let row = await find();
  if (!row) {
    try {
      const made = await rows.create({ ...save.create, ...save.change, ...save.key } as never, { transaction });
      return made.get({ plain: true });
    } catch (error) {
      if (!(error instanceof UniqueConstraintError)) throw error;
      row = await find();
      if (!row) throw error;
    }
  }
  const change = differences(row, save.change);
  if (Object.keys(change).length === 0) return row;
  await rows.update(change as never, { where, transaction });
  return { ...row, ...change };
}

function differences<Row extends object>(row: Row, change: Partial<Row>): Partial<Row> {
  const same = (a: unknown, b: unknown): boolean => (a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b);
  return Object.fromEntries(Object.entries(change).filter(([name, value]) => !same(row[name as keyof Row], value))) as Partial<Row>;
}
