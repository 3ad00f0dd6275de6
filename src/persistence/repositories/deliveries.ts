import { Op, UniqueConstraintError, type WhereOptions } from 'sequelize';
import { DELIVERY_STATES, type DeliveryState, RECALLABLE, statesBefore } from '../../domain/delivery/delivery-state.js';
import type { Language } from '../../shared/language.js';
import type { Delivery, DeliveryRepository } from '../../usecases/ports/deliveries.js';
import type { DeliveryRow } from '../models/deliveries.js';
import type { RepositoryContext } from './context.js';
import { createScorePostings } from './score-postings.js';

const deliveryOf = (row: DeliveryRow): Delivery => ({
  id: row.id,
  platformId: row.platformId,
  personId: row.personId,
  placementId: row.placementId,
  state: row.state as DeliveryState,
  nextAttemptAt: row.nextAttemptAt,
  attempts: row.attempts,
  externalId: row.externalId,
  lastErrorCode: row.lastErrorCode,
  sendingSince: row.sendingSince,
  sentAt: row.sentAt,
});

/** Messages and scores to be sent: claimed by a plain select and one guarded UPDATE for each id (security.md D3, D4). */
export function createDeliveryRepository(context: RepositoryContext): DeliveryRepository {
  return { ...makers(context), ...finders(context), ...moves(context), ...createScorePostings(context) };
}

function makers({ models, transaction }: RepositoryContext) {
  return {
    async add({ platformId, personId, placementId, followUpIds, kind }, now) {
      if ((await models.deliveryFollowUps.count({ where: { followUpId: followUpIds, kind }, transaction })) > 0) return null;
      const fields = { platformId, personId, placementId, state: 'pending', nextAttemptAt: now, attempts: 0, createdAt: now };
      const row = await models.deliveries.create(fields, { transaction });
      try {
        await models.deliveryFollowUps.bulkCreate(
          followUpIds.map((followUpId) => ({ deliveryId: row.id, followUpId, kind })),
          { transaction },
        );
      } catch (error) {
        if (!(error instanceof UniqueConstraintError)) throw error;
        await models.deliveries.destroy({ where: { id: row.id }, transaction });
        return null;
      }
      const made = await models.deliveries.findByPk(row.id, { transaction, rejectOnEmpty: true });
      return deliveryOf(made.get({ plain: true }));
    },
  } satisfies Partial<DeliveryRepository>;
}

function finders({ models, sequelize, transaction }: RepositoryContext) {
  const find = async (id: number): Promise<Delivery | null> => {
    const row = await models.deliveries.findOne({ where: { id }, transaction });
    return row ? deliveryOf(row.get({ plain: true })) : null;
  };
  const ids = async (where: WhereOptions<DeliveryRow>, limit: number): Promise<number[]> => {
    const order: [string, string][] = [
      ['nextAttemptAt', 'ASC'],
      ['id', 'ASC'],
    ];
    const rows = await models.deliveries.findAll({ where, order, limit, attributes: ['id'], transaction });
    return rows.map((row) => row.id);
  };
  return {
    find,
    async getToSend(id) {
      const options = { transaction, rejectOnEmpty: true } as const;
      const delivery = await models.deliveries.findByPk(id, options);
      const placement = await models.placements.findByPk(delivery.placementId, options);
      const course = await models.courses.findByPk(placement.courseId, options);
      const person = await models.people.findByPk(delivery.personId, options);
      const platform = await models.platforms.findByPk(delivery.platformId, options);
      return {
        ...deliveryOf(delivery.get({ plain: true })),
        issuer: platform.issuer,
        ltiResourceLinkId: placement.ltiResourceLinkId,
        courseTitle: course.title,
        personSub: person.sub,
        language: person.language as Language,
      };
    },
    async listFollowUpIds(deliveryId) {
      const rows = await models.deliveryFollowUps.findAll({ where: { deliveryId }, order: [['id', 'ASC']], transaction });
      return rows.map((row) => row.followUpId);
    },
    async findPlacementToLink(courseId) {
      const where = { courseId, view: ['intention', 'map'] };
      const rows = await models.placements.findAll({
        where,
        order: [
          ['lastLaunchedAt', 'DESC'],
          ['id', 'DESC'],
        ],
        transaction,
      });
      return (rows.find((row) => row.view === 'intention') ?? rows[0])?.id ?? null;
    },
    async listClaimable(now, limit) {
      const working = await models.moodleConnections.findAll({ where: { state: 'working' }, attributes: ['platformId'], transaction });
      const free = { [Op.or]: [{ leasedUntil: null }, { leasedUntil: { [Op.lte]: now } }] };
      const due = { state: ['pending', 'uncertain'], nextAttemptAt: { [Op.lte]: now }, ...free };
      const abandoned = { state: 'claimed', leasedUntil: { [Op.lte]: now } };
      return ids({ platformId: working.map((row) => row.platformId), [Op.or]: [due, abandoned] }, limit);
    },
    listInterrupted: (now, limit) => ids({ state: 'sending', leasedUntil: { [Op.lte]: now } }, limit),
    async countStates(platformId) {
      const rows = await models.deliveries.findAll({
        where: { platformId },
        attributes: ['state', [sequelize.fn('count', sequelize.col('id')), 'count']],
        group: ['state'],
        raw: true,
        transaction,
      });
      const counts = new Map((rows as unknown as { state: string; count: number | string }[]).map((row) => [row.state, Number(row.count)]));
      return Object.fromEntries(DELIVERY_STATES.map((state) => [state, counts.get(state) ?? 0])) as Record<DeliveryState, number>;
    },
  } satisfies Partial<DeliveryRepository>;
}

function moves({ models, sequelize, transaction }: RepositoryContext) {
  const update = async (change: object, where: object): Promise<boolean> => {
    const [count] = await models.deliveries.update(change as never, { where: where as never, transaction });
    return count === 1;
  };
  return {
    async claim(id, { token, until }, now) {
      const lease = { leaseToken: token, leasedUntil: until, attempts: sequelize.literal('attempts + 1') };
      const due = { state: 'pending', nextAttemptAt: { [Op.lte]: now } };
      const abandoned = { state: 'claimed', leasedUntil: { [Op.lte]: now } };
      if (await update({ ...lease, state: 'claimed' }, { id, [Op.or]: [due, abandoned] })) return true;
      const free = { [Op.or]: [{ leasedUntil: null }, { leasedUntil: { [Op.lte]: now } }] };
      return update(lease, { id, state: 'uncertain', nextAttemptAt: { [Op.lte]: now }, ...free });
    },
    async move(id, leaseToken, { leasedUntil, ...change }) {
      const lease = change.state === 'sending' ? (leasedUntil ? { leasedUntil } : {}) : { leaseToken: null, leasedUntil: null };
      return update({ ...change, ...lease }, { id, leaseToken, state: statesBefore(change.state) });
    },
    async markInterrupted(id, nextAttemptAt, now) {
      const change = { state: 'uncertain', nextAttemptAt, lastErrorCode: 'interrupted', leaseToken: null, leasedUntil: null };
      return update(change, { id, state: 'sending', leasedUntil: { [Op.lte]: now } });
    },
    async cancelForFollowUps(followUpIds) {
      if (followUpIds.length === 0) return;
      const links = await models.deliveryFollowUps.findAll({ where: { followUpId: followUpIds }, attributes: ['deliveryId'], transaction });
      const change = { state: 'cancelled', leaseToken: null, leasedUntil: null };
      const where = { id: links.map((link) => link.deliveryId), state: [...RECALLABLE] };
      await models.deliveries.update(change, { where, transaction });
    },
  } satisfies Partial<DeliveryRepository>;
}
