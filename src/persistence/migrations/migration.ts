import type { ModelAttributeColumnOptions, QueryInterface } from 'sequelize';

/** One step of the schema. It uses the query interface only, never the models. */
export interface Migration {
  name: string;
  up(db: QueryInterface): Promise<void>;
  down(db: QueryInterface): Promise<void>;
}

/** An index of a table made by a migration. */
export interface TableIndex {
  name: string;
  fields: string[];
  unique?: boolean;
}

/**
 * A migration that makes one table with its indexes, and drops it again. Texts compare exactly on both databases (utf8mb4_bin).
 * It can be run again after it was stopped half-way.
 */
export function createTable(
  name: string,
  table: string,
  columns: Record<string, ModelAttributeColumnOptions>,
  indexes: TableIndex[],
): Migration {
  return {
    name,
    async up(db) {
      await db.createTable(table, columns as never, { charset: 'utf8mb4', collate: 'utf8mb4_bin', engine: 'InnoDB' } as never);
      const present = new Set(((await db.showIndex(table)) as { name: string }[]).map((index) => index.name));
      for (const index of indexes) if (!present.has(index.name)) await db.addIndex(table, { ...index });
    },
    async down(db) {
      await db.dropTable(table);
    },
  };
}
