import type { Model, ModelAttributeColumnOptions, ModelStatic } from 'sequelize';
import { allModels, type Models } from '../../src/persistence/models/index.js';

/** The rows of one filling, by table name. */
export type FilledRows = Record<string, Record<string, unknown>>;

let fillings = 0;

/**
 * Puts one row in every table, each pointing to the row made in the table it refers to, with `mark` in every text. So a test can ask
 * what became of each table without knowing any of them.
 */
export async function fillTables(models: Models, mark: string): Promise<FilledRows> {
  fillings += 1;
  const made: FilledRows = {};
  for (const model of allModels(models)) {
    const row = await model.create(valuesFor(model, made, mark, fillings));
    made[model.tableName] = row.get({ plain: true }) as Record<string, unknown>;
  }
  return made;
}

function valuesFor(model: ModelStatic<Model>, made: FilledRows, mark: string, filling: number): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, attribute] of Object.entries(model.getAttributes())) {
    if ((attribute as ModelAttributeColumnOptions).autoIncrement) continue;
    const { references } = attribute as ModelAttributeColumnOptions;
    const target = typeof references === 'object' && 'model' in references ? made[String(references.model)] : undefined;
    values[name] = references ? (target?.['id'] ?? null) : valueFor(String(attribute.type), name, mark, filling);
  }
  return values;
}

function valueFor(type: string, name: string, mark: string, filling: number): unknown {
  if (type.startsWith('INTEGER')) return filling;
  if (type.startsWith('TINYINT') || type.startsWith('BOOLEAN')) return false;
  if (type.startsWith('DATE')) return new Date(Date.UTC(2026, 2, 2, 9, 0, filling));
  const length = Number(/\((\d+)\)/.exec(type)?.[1] ?? 255);
  return `${mark}${filling}-${name}`.slice(0, length);
}
