import { Op } from 'sequelize';
import type { MoodleConnection, Platform, PlatformRepository, RegistrationLink } from '../../usecases/ports/platforms.js';
import type { MoodleConnectionRow, PlatformRow, RegistrationLinkRow } from '../models/platforms.js';
import type { RepositoryContext } from './context.js';
import { saveRow } from './save-row.js';

const platformOf = (row: PlatformRow): Platform => ({
  id: row.id,
  name: row.name,
  issuer: row.issuer,
  clientId: row.clientId,
  authorizationEndpoint: row.authorizationEndpoint,
  tokenEndpoint: row.tokenEndpoint,
  jwksUri: row.jwksUri,
  status: row.status as Platform['status'],
  deploymentPolicy: row.deploymentPolicy as Platform['deploymentPolicy'],
  timeZone: row.timeZone,
  smallestGroup: row.smallestGroup,
});

const linkOf = (row: RegistrationLinkRow): RegistrationLink => ({
  id: row.id,
  platformId: row.platformId,
  expiresAt: row.expiresAt,
  usedAt: row.usedAt,
  revokedAt: row.revokedAt,
});

const connectionOf = (row: MoodleConnectionRow): MoodleConnection => ({
  platformId: row.platformId,
  siteUrl: row.siteUrl,
  tokenSealed: row.tokenSealed,
  serviceUserId: row.serviceUserId,
  state: row.state as MoodleConnection['state'],
  stopReason: row.stopReason,
  checkedAt: row.checkedAt,
});

/** Platforms, their deployments, registration links and web-service connections. */
export function createPlatformRepository(context: RepositoryContext): PlatformRepository {
  return { ...registrations(context), ...deployments(context), ...registrationLinks(context), ...connections(context) };
}

function registrations({ models, transaction }: RepositoryContext) {
  const one = async (where: Partial<PlatformRow>): Promise<Platform | null> => {
    const row = await models.platforms.findOne({ where, transaction });
    return row ? platformOf(row.get({ plain: true })) : null;
  };
  const many = async (where: Partial<PlatformRow>): Promise<Platform[]> => {
    const rows = await models.platforms.findAll({ where, order: [['id', 'ASC']], transaction });
    return rows.map((row) => platformOf(row.get({ plain: true })));
  };
  return {
    find: (id: number) => one({ id }),
    findByClient: (issuer: string, clientId: string) => one({ issuer, clientId }),
    listByIssuer: (issuer: string) => many({ issuer }),
    list: () => many({}),
    async add(platform, now) {
      const row = await models.platforms.create({ ...platform, createdAt: now, updatedAt: now }, { transaction });
      return platformOf(row.get({ plain: true }));
    },
    async update(id, change, now) {
      await models.platforms.update({ ...change, updatedAt: now }, { where: { id }, transaction });
    },
    async remove(id) {
      await models.platforms.destroy({ where: { id }, transaction });
    },
  } satisfies Partial<PlatformRepository>;
}

function deployments({ models, transaction }: RepositoryContext) {
  return {
    async findDeployment(platformId, ltiDeploymentId) {
      const row = await models.deployments.findOne({ where: { platformId, ltiDeploymentId }, transaction });
      return row ? { id: row.id } : null;
    },
    async addDeployment(platformId, ltiDeploymentId, now) {
      const row = await saveRow(
        models.deployments,
        { key: { platformId, ltiDeploymentId }, create: { createdAt: now }, change: {} },
        transaction,
      );
      return { id: row.id };
    },
    async listDeployments(platformId) {
      const rows = await models.deployments.findAll({ where: { platformId }, order: [['id', 'ASC']], transaction });
      return rows.map(({ id, ltiDeploymentId }) => ({ id, ltiDeploymentId }));
    },
  } satisfies Partial<PlatformRepository>;
}

function registrationLinks({ models, transaction }: RepositoryContext) {
  return {
    async addRegistrationLink(link) {
      await models.registrationLinks.create(link, { transaction });
    },
    async findRegistrationLink(keyHash) {
      const row = await models.registrationLinks.findOne({ where: { keyHash }, transaction });
      return row ? linkOf(row.get({ plain: true })) : null;
    },
    async useRegistrationLink(id, now) {
      const free = { id, usedAt: null, revokedAt: null, expiresAt: { [Op.gt]: now } };
      const [used] = await models.registrationLinks.update({ usedAt: now }, { where: free, transaction });
      return used === 1;
    },
    async listRegistrationLinks() {
      const rows = await models.registrationLinks.findAll({ order: [['id', 'ASC']], transaction });
      return rows.map((row) => linkOf(row.get({ plain: true })));
    },
    async revokeRegistrationLink(id, now) {
      await models.registrationLinks.update({ revokedAt: now }, { where: { id, revokedAt: null }, transaction });
    },
  } satisfies Partial<PlatformRepository>;
}

function connections({ models, transaction }: RepositoryContext) {
  return {
    async findConnection(platformId) {
      const row = await models.moodleConnections.findOne({ where: { platformId }, transaction });
      return row ? connectionOf(row.get({ plain: true })) : null;
    },
    async saveConnection({ platformId, ...connection }) {
      await saveRow(models.moodleConnections, { key: { platformId }, create: {}, change: connection }, transaction);
    },
    async setConnectionState(platformId, state, reason, now) {
      await models.moodleConnections.update({ state, stopReason: reason, checkedAt: now }, { where: { platformId }, transaction });
    },
  } satisfies Partial<PlatformRepository>;
}
