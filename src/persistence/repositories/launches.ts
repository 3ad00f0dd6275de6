import { Op, UniqueConstraintError } from 'sequelize';
import type { LaunchRepository, PendingLaunch, ToolKey, ToolSession } from '../../usecases/ports/launches.js';
import type { PendingLaunchRow, ToolKeyRow, ToolSessionRow } from '../models/launches.js';
import type { RepositoryContext } from './context.js';

const sessionOf = ({ revokedAt: _, ...row }: ToolSessionRow): ToolSession => ({
  ...row,
  isAdministrator: Boolean(row.isAdministrator),
  language: row.language as ToolSession['language'],
});
const keyOf = (row: ToolKeyRow): ToolKey => ({
  kid: row.kid,
  publicJwk: JSON.parse(row.publicJwk) as ToolKey['publicJwk'],
  privateJwkSealed: row.privateJwkSealed,
  createdAt: row.createdAt,
  activeFrom: row.activeFrom,
  retiredAt: row.retiredAt,
});

/** Launches we wait for, sessions of ours and our signing keys. */
export function createLaunchRepository(context: RepositoryContext): LaunchRepository {
  return { ...pendingLaunches(context), ...sessions(context), ...keys(context) };
}

function pendingLaunches({ models, transaction }: RepositoryContext) {
  const one = async (where: Partial<PendingLaunchRow>): Promise<PendingLaunch | null> =>
    (await models.pendingLaunches.findOne({ where, transaction }))?.get({ plain: true }) ?? null;
  return {
    async addPending(launch) {
      await models.pendingLaunches.create(launch, { transaction });
    },
    findPendingByHandle: (handleHash: string) => one({ handleHash }),
    findPendingByState: (stateHash: string) => one({ stateHash }),
    async rebindPending(id, browserHash) {
      const [changed] = await models.pendingLaunches.update({ browserHash }, { where: { id, consumedAt: null }, transaction });
      return changed === 1;
    },
    async consumePending(id, now) {
      const open = { id, consumedAt: null, expiresAt: { [Op.gt]: now } };
      const [changed] = await models.pendingLaunches.update({ consumedAt: now }, { where: open, transaction });
      return changed === 1;
    },
    async deleteExpired(now) {
      await models.pendingLaunches.destroy({ where: { expiresAt: { [Op.lt]: now } }, transaction });
      await models.toolSessions.destroy({ where: { expiresAt: { [Op.lt]: now } }, transaction });
    },
  } satisfies Partial<LaunchRepository>;
}

function sessions({ models, transaction }: RepositoryContext) {
  const change = async (id: number, values: Partial<ToolSessionRow>): Promise<void> => {
    await models.toolSessions.update(values, { where: { id }, transaction });
  };
  return {
    async addSession(session) {
      const row = await models.toolSessions.create(session, { transaction });
      return sessionOf(row.get({ plain: true }));
    },
    async findSession(tokenHash, now) {
      const where = { tokenHash, revokedAt: null, expiresAt: { [Op.gt]: now } };
      const row = await models.toolSessions.findOne({ where, transaction });
      return row ? sessionOf(row.get({ plain: true })) : null;
    },
    setSessionLanguage: (id, language) => change(id, { language }),
    clearDeepLinking: (id) => change(id, { deepLinkingSealed: null }),
    revokeSession: (id, now) => change(id, { revokedAt: now }),
  } satisfies Partial<LaunchRepository>;
}

function keys({ models, transaction }: RepositoryContext) {
  return {
    async listKeys() {
      const rows = await models.toolKeys.findAll({ order: [['id', 'ASC']], transaction });
      return rows.map((row) => keyOf(row.get({ plain: true })));
    },
    async addKey({ publicJwk, ...key }) {
      try {
        await models.toolKeys.create({ ...key, publicJwk: JSON.stringify(publicJwk) }, { transaction });
      } catch (error) {
        if (!(error instanceof UniqueConstraintError)) throw error;
      }
    },
    async resealKey(kid, privateJwkSealed) {
      await models.toolKeys.update({ privateJwkSealed }, { where: { kid }, transaction });
    },
  } satisfies Partial<LaunchRepository>;
}
