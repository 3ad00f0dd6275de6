import { DataTypes, type ModelAttributeColumnOptions } from 'sequelize';

type Column = ModelAttributeColumnOptions;

/** The columns the tables are made of; the same type on both databases. */
export const column = {
  id: (): Column => ({ type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true, allowNull: false }),
  /** A reference that goes when what it points to goes. */
  owned: (table: string, options: Column | Record<string, never> = {}): Column => ({
    type: DataTypes.INTEGER,
    allowNull: false,
    references: { model: table, key: 'id' },
    onDelete: 'CASCADE',
    onUpdate: 'CASCADE',
    ...options,
  }),
  /** A reference that becomes empty when what it points to goes. */
  pointer: (table: string): Column => ({
    type: DataTypes.INTEGER,
    allowNull: true,
    references: { model: table, key: 'id' },
    onDelete: 'SET NULL',
    onUpdate: 'CASCADE',
  }),
  text: (length = 255): Column => ({ type: DataTypes.STRING(length), allowNull: false }),
  optionalText: (length = 255): Column => ({ type: DataTypes.STRING(length), allowNull: true }),
  longText: (): Column => ({ type: 'MEDIUMTEXT', allowNull: false }),
  optionalLongText: (): Column => ({ type: 'MEDIUMTEXT', allowNull: true }),
  integer: (): Column => ({ type: DataTypes.INTEGER, allowNull: false }),
  optionalInteger: (): Column => ({ type: DataTypes.INTEGER, allowNull: true }),
  flag: (): Column => ({ type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false }),
  moment: (): Column => ({ type: DataTypes.DATE(3), allowNull: false }),
  optionalMoment: (): Column => ({ type: DataTypes.DATE(3), allowNull: true }),
};
