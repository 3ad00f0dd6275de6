import { Op, UniqueConstraintError } from 'sequelize';
import type { DeliveryRepository, ScorePosting } from '../../usecases/ports/deliveries.js';
import type { ScorePostingRow } from '../models/deliveries.js';
import type { RepositoryContext } from './context.js';

const postingOf = (row: ScorePostingRow): ScorePosting => ({
  id: row.id,
  placementId: row.placementId,
  personId: row.personId,
  state: row.state as ScorePosting['state'],
  nextAttemptAt: row.nextAttemptAt,
  attempts: row.attempts,
});

/** Scores to be reported; claimed like messages. A score that is sent twice is the same score, so there is no `uncertain`. */
export function createScorePostings({ models, sequelize, transaction }: RepositoryContext) {
  const claimable = (now: Date) => ({
    [Op.or]: [
      { state: 'pending', nextAttemptAt: { [Op.lte]: now } },
      { state: 'claimed', leasedUntil: { [Op.lte]: now } },
    ],
  });
  return {
    async addScorePosting({ placementId, personId }, now) {
      if ((await models.scorePostings.count({ where: { placementId, personId }, transaction })) > 0) return;
      const fields = { placementId, personId, state: 'pending', nextAttemptAt: now, attempts: 0, createdAt: now };
      await models.scorePostings.create(fields, { transaction }).catch((error: unknown) => {
        if (!(error instanceof UniqueConstraintError)) throw error;
      });
    },
    async listClaimableScores(now, limit) {
      const order: [string, string][] = [
        ['nextAttemptAt', 'ASC'],
        ['id', 'ASC'],
      ];
      const rows = await models.scorePostings.findAll({ where: claimable(now), order, limit, attributes: ['id'], transaction });
      return rows.map((row) => row.id);
    },
    async claimScore(id, { token, until }, now) {
      const change = { state: 'claimed', leaseToken: token, leasedUntil: until, attempts: sequelize.literal('attempts + 1') };
      const [count] = await models.scorePostings.update(change as never, { where: { id, ...claimable(now) } as never, transaction });
      if (count !== 1) return null;
      const row = await models.scorePostings.findByPk(id, { transaction, rejectOnEmpty: true });
      return postingOf(row.get({ plain: true }));
    },
    async moveScore(id, leaseToken, change) {
      const where = { id, leaseToken, state: 'claimed' };
      const [count] = await models.scorePostings.update({ ...change, leaseToken: null, leasedUntil: null }, { where, transaction });
      return count === 1;
    },
  } satisfies Partial<DeliveryRepository>;
}
