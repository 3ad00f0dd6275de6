import { UniqueConstraintError } from 'sequelize';
import type { CommitmentState, Intention } from '../../../domain/intention/intention.js';
import { NotFound } from '../../../shared/errors.js';
import type { IntentionRepository, NewCommitment } from '../../../usecases/ports/intentions.js';
import type { IntentionRow } from '../../models/intentions.js';
import type { RepositoryContext } from '../context.js';
import { toIntention } from './to-intention.js';

type IntentionRows = Pick<
  IntentionRepository,
  'addIntention' | 'findIntention' | 'getIntention' | 'listIntentionsOf' | 'addPlan' | 'setCommitmentState' | 'stopAsking'
>;

/** Intentions with their commitments, obstacles and plans. One participation has one intention: the second is refused by its index. */
export function createIntentionRows(context: RepositoryContext): IntentionRows {
  const { models, transaction } = context;
  const findIntention = async (participationId: number): Promise<Intention | null> => {
    const row = await models.intentions.findOne({ where: { participationId }, raw: true, transaction });
    return row && ((await readAll(context, [row]))[0] ?? null);
  };
  return {
    findIntention,
    async addIntention({ commitments, exitReasons, ...intention }) {
      let id: number;
      try {
        id = (await models.intentions.create({ ...intention, stoppedAt: null }, { transaction })).id;
      } catch (error) {
        if (error instanceof UniqueConstraintError) return null;
        throw error;
      }
      for (const factor of exitReasons) await models.exitReasons.create({ intentionId: id, factor }, { transaction });
      for (const commitment of commitments) await addCommitment(context, id, commitment, intention.submittedAt);
      return findIntention(intention.participationId);
    },
    async getIntention(id) {
      const row = await models.intentions.findOne({ where: { id }, raw: true, transaction });
      const [intention] = row ? await readAll(context, [row]) : [];
      if (!intention) throw new NotFound('intention');
      return intention;
    },
    async listIntentionsOf(personId) {
      const own = await models.participations.findAll({ where: { personId }, attributes: ['id'], raw: true, transaction });
      const rows = await models.intentions.findAll({
        where: { participationId: own.map((participation) => participation.id) },
        order: [
          ['submittedAt', 'DESC'],
          ['id', 'DESC'],
        ],
        raw: true,
        transaction,
      });
      return readAll(context, rows);
    },
    async addPlan(commitmentId, plan, now) {
      await models.plans.create({ commitmentId, planWhen: plan.when, planThen: plan.then, createdAt: now }, { transaction });
    },
    async setCommitmentState(commitmentId, state: CommitmentState, now) {
      await models.commitments.update({ state, stateChangedAt: now }, { where: { id: commitmentId }, transaction });
    },
    async stopAsking(intentionId, now) {
      await models.intentions.update({ stoppedAt: now }, { where: { id: intentionId, stoppedAt: null }, transaction });
    },
  };
}

async function addCommitment(
  { models, transaction }: RepositoryContext,
  intentionId: number,
  added: NewCommitment,
  now: Date,
): Promise<void> {
  const { plan, obstacles, ...columns } = added;
  const { id } = await models.commitments.create({ ...columns, intentionId, stateChangedAt: now }, { transaction });
  for (const factor of obstacles) await models.commitmentObstacles.create({ commitmentId: id, factor }, { transaction });
  if (plan) await models.plans.create({ commitmentId: id, planWhen: plan.when, planThen: plan.then, createdAt: now }, { transaction });
}

/** Reads whole intentions, in the order of the given rows, with one query for each table. */
async function readAll({ models, transaction }: RepositoryContext, rows: IntentionRow[]): Promise<Intention[]> {
  if (rows.length === 0) return [];
  const where = { intentionId: rows.map((row) => row.id) };
  const exitReasons = await models.exitReasons.findAll({ where, order: [['id', 'ASC']], raw: true, transaction });
  const commitments = await models.commitments.findAll({ where, order: [['priority', 'ASC']], raw: true, transaction });
  const ofCommitments = { commitmentId: commitments.map((row) => row.id) };
  const obstacles = await models.commitmentObstacles.findAll({ where: ofCommitments, order: [['id', 'ASC']], raw: true, transaction });
  const plans = await models.plans.findAll({ where: ofCommitments, order: [['id', 'DESC']], raw: true, transaction });
  return rows.map((row) => toIntention(row, { exitReasons, commitments, obstacles, plans }));
}
