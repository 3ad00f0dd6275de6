import { Op, UniqueConstraintError } from 'sequelize';
import type { CompletionSource, Participation } from '../../domain/intention/intention.js';
import { NotFound } from '../../shared/errors.js';
import type { Draft, IntentionRepository } from '../../usecases/ports/intentions.js';
import type { ParticipationRow } from '../models/intentions.js';
import type { RepositoryContext } from './context.js';
import { createRunRows } from './intentions/runs.js';
import { createIntentionRows } from './intentions/stated.js';

/** Runs, participations, intentions with their commitments and plans, and drafts. */
export function createIntentionRepository(context: RepositoryContext): IntentionRepository {
  return { ...createRunRows(context), ...participationsOf(context), ...createIntentionRows(context), ...draftsOf(context) };
}

type Participations = Pick<IntentionRepository, 'ensureParticipation' | 'findParticipation' | 'getParticipation' | 'markCompleted'>;

function participationsOf({ models, transaction }: RepositoryContext): Participations {
  const findParticipation = async (runId: number, personId: number): Promise<Participation | null> => {
    const row = await models.participations.findOne({ where: { runId, personId }, order: [['attempt', 'ASC']], raw: true, transaction });
    return row && toParticipation(row);
  };
  return {
    findParticipation,
    async ensureParticipation(runId, personId, now) {
      const found = await findParticipation(runId, personId);
      if (found) return found;
      try {
        await models.participations.create({ runId, personId, attempt: 1, enrolledAt: now }, { transaction });
      } catch (error) {
        if (!(error instanceof UniqueConstraintError)) throw error;
      }
      const made = await findParticipation(runId, personId);
      if (!made) throw new NotFound('participation');
      return made;
    },
    async getParticipation(id) {
      const row = await models.participations.findOne({ where: { id }, raw: true, transaction });
      if (!row) throw new NotFound('participation');
      return toParticipation(row);
    },
    async markCompleted(participationId, completedAt, source) {
      await models.participations.update(
        { completedAt, completionSource: source },
        { where: { id: participationId, completedAt: null }, transaction },
      );
    },
  };
}

type Drafts = Pick<IntentionRepository, 'findDraft' | 'saveDraft' | 'deleteDraft' | 'deleteExpiredDrafts'>;

function draftsOf({ models, transaction }: RepositoryContext): Drafts {
  return {
    async findDraft(personId, form) {
      const row = await models.drafts.findOne({ where: { personId, form }, raw: true, transaction });
      if (!row) return null;
      const draft: Draft = { form: row.form, stepValues: JSON.parse(row.stepValues), updatedAt: new Date(row.updatedAt) };
      return draft;
    },
    async saveDraft(personId, { form, stepValues, expiresAt }, now) {
      const change = { stepValues: JSON.stringify(stepValues), updatedAt: now, expiresAt };
      const where = { personId, form };
      const isThere = (await models.drafts.count({ where, transaction })) > 0;
      if (!isThere) {
        try {
          await models.drafts.create({ ...where, ...change, createdAt: now }, { transaction });
          return;
        } catch (error) {
          if (!(error instanceof UniqueConstraintError)) throw error;
        }
      }
      await models.drafts.update(change, { where, transaction });
    },
    async deleteDraft(personId, form) {
      await models.drafts.destroy({ where: { personId, form }, transaction });
    },
    deleteExpiredDrafts: (now) => models.drafts.destroy({ where: { expiresAt: { [Op.lte]: now } }, transaction }),
  };
}

function toParticipation(row: ParticipationRow): Participation {
  return {
    id: row.id,
    runId: row.runId,
    personId: row.personId,
    attempt: row.attempt,
    enrolledAt: new Date(row.enrolledAt),
    completedAt: row.completedAt ? new Date(row.completedAt) : null,
    completionSource: row.completionSource as CompletionSource | null,
  };
}
