import type { IndexesOptions, Model, ModelAttributeColumnOptions, ModelStatic, Sequelize } from 'sequelize';

/** What a row needs when it is made: the id comes from the database, and columns that may be empty may be left out. */
export type NewRow<Row> = { [Key in keyof Row as Key extends 'id' ? never : null extends Row[Key] ? never : Key]: Row[Key] } & {
  [Key in keyof Row as Key extends 'id' ? Key : null extends Row[Key] ? Key : never]?: Row[Key];
};

/** A Sequelize model whose rows have exactly the columns of `Row`. */
export type TableModel<Row extends object> = ModelStatic<Model<Row, NewRow<Row>> & Row>;

/** The description of one table; `Row` and the columns cannot drift apart without a compiler error. */
export interface Table<Row extends object> {
  name: string;
  columns: Record<keyof Row, ModelAttributeColumnOptions>;
  indexes: IndexesOptions[];
}

/** Describes a table. Columns are written in camelCase and stored in snake_case. */
export function table<Row extends object>(
  name: string,
  columns: Record<keyof Row, ModelAttributeColumnOptions>,
  indexes: IndexesOptions[] = [],
): Table<Row> {
  return { name, columns, indexes };
}

/** Defines a table on a connection; nothing is shared between connections. */
export function defineTable<Row extends object>(sequelize: Sequelize, description: Table<Row>): TableModel<Row> {
  const columns = Object.fromEntries(Object.entries(description.columns).map(([name, options]) => [name, { ...(options as object) }]));
  return sequelize.define(description.name, columns as never, {
    tableName: description.name,
    underscored: true,
    timestamps: false,
    indexes: description.indexes.map((index) => ({ ...index })),
  }) as unknown as TableModel<Row>;
}
