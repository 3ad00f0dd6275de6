import { Op, type WhereOptions } from 'sequelize';
import { followUpStatesBefore } from '../../domain/follow-up/follow-up-state.js';
import { lateLimit } from '../../domain/follow-up/window.js';
import type { FollowUpRepository } from '../../usecases/ports/follow-ups.js';
import type { FollowUpRow } from '../models/follow-ups.js';
import type { RepositoryContext } from './context.js';
import { createFollowUpLists } from './follow-up-lists.js';
import { followUpOf, inCourse } from './follow-up-rows.js';
import { createSurveyResponses } from './survey-responses.js';

/** Follow-ups and their responses; every change of state is one guarded UPDATE (security.md D4). */
export function createFollowUpRepository(context: RepositoryContext): FollowUpRepository {
  return { ...finders(context), ...moves(context), ...createFollowUpLists(context), ...createSurveyResponses(context) };
}

function finders(context: RepositoryContext) {
  const { models, transaction } = context;
  const list = async (where: WhereOptions<FollowUpRow>, limit?: number): Promise<FollowUpRow[]> => {
    const order: [string, string][] = [
      ['dueAt', 'ASC'],
      ['id', 'ASC'],
    ];
    const rows = await models.followUps.findAll({ where, order, transaction, ...(limit === undefined ? {} : { limit }) });
    return rows.map((row) => row.get({ plain: true }));
  };
  const intentionIdsOf = async (personId: number): Promise<number[]> => {
    const participations = await models.participations.findAll({ where: { personId }, attributes: ['id'], transaction });
    const participationId = participations.map((row) => row.id);
    const intentions = await models.intentions.findAll({ where: { participationId }, attributes: ['id'], transaction });
    return intentions.map((row) => row.id);
  };
  return {
    async find(id) {
      return (await inCourse(context, await list({ id })))[0] ?? null;
    },
    async listOfIntention(intentionId) {
      return (await list({ intentionId })).map(followUpOf);
    },
    async listToExpire(now, limit) {
      const closed = { state: 'open', closesAt: { [Op.lte]: now } };
      const lapsed = { state: 'planned', lapsesAt: { [Op.lte]: now } };
      return inCourse(context, await list({ [Op.or]: [closed, lapsed] }, limit));
    },
    async listEarlier(intentionId, before) {
      return (await list({ intentionId, dueAt: { [Op.lt]: before } })).map(followUpOf);
    },
    async listDueOf(personId, now) {
      const own = await intentionIdsOf(personId);
      return inCourse(context, await list({ intentionId: own, state: 'planned', dueAt: { [Op.lte]: now } }));
    },
    async listAnswerable(personId, now) {
      const due = { state: 'planned', dueAt: { [Op.lte]: now }, lapsesAt: { [Op.gt]: now } };
      const late = { state: ['open', 'expired'], closesAt: { [Op.gte]: lateLimit(now) } };
      return inCourse(context, await list({ intentionId: await intentionIdsOf(personId), [Op.or]: [due, late] }));
    },
  } satisfies Partial<FollowUpRepository>;
}

function moves({ models, transaction }: RepositoryContext) {
  return {
    async add(intentionId, followUps) {
      await models.followUps.bulkCreate(
        followUps.map((followUp) => ({ ...followUp, intentionId })),
        { transaction },
      );
    },
    async open(id, change) {
      const where = { id, state: followUpStatesBefore('open') };
      const [count] = await models.followUps.update({ ...change, state: 'open' }, { where, transaction });
      return count === 1;
    },
    async setReach(id, reach) {
      await models.followUps.update({ reach }, { where: { id }, transaction });
    },
    async end(id, state, reason) {
      const before = followUpStatesBefore(state);
      const [count] = await models.followUps.update({ state, reason }, { where: { id, state: before }, transaction });
      return count === 1;
    },
  } satisfies Partial<FollowUpRepository>;
}
