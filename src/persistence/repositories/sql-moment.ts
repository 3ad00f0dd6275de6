import type { Sequelize } from 'sequelize';

/** A moment as a value for hand-written SQL, to the millisecond, in the way each database stores it. */
export function sqlMoment(sequelize: Sequelize, moment: Date): string {
  const text = moment.toISOString().replace('T', ' ').replace('Z', '');
  return sequelize.getDialect() === 'sqlite' ? `${text} +00:00` : text;
}
