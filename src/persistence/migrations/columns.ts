import { DataTypes, type ModelAttributeColumnOptions } from 'sequelize';

/** Column shorthands for migrations only: never changed once released, so that old migrations keep meaning what they meant. */
export const id: ModelAttributeColumnOptions = { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true, allowNull: false };
export const integer: ModelAttributeColumnOptions = { type: DataTypes.INTEGER, allowNull: false };
export const flag: ModelAttributeColumnOptions = { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false };
export const moment: ModelAttributeColumnOptions = { type: DataTypes.DATE(3), allowNull: false };
export const longText: ModelAttributeColumnOptions = { type: 'MEDIUMTEXT', allowNull: false };
export const text = (length: number): ModelAttributeColumnOptions => ({ type: DataTypes.STRING(length), allowNull: false });
export const owned = (table: string): ModelAttributeColumnOptions => ({
  type: DataTypes.INTEGER,
  allowNull: false,
  references: { model: table, key: 'id' },
  onDelete: 'CASCADE',
  onUpdate: 'CASCADE',
});
export const pointer = (table: string): ModelAttributeColumnOptions => ({ ...owned(table), allowNull: true, onDelete: 'SET NULL' });
export const optional = (column: ModelAttributeColumnOptions): ModelAttributeColumnOptions => ({ ...column, allowNull: true });
