import { QueryTypes } from 'sequelize';
import type { Figure } from '../../reports/course-report/figures.js';
import { AppError } from '../../shared/errors.js';
import type { NewRelease, Release, ReleaseRepository } from '../../usecases/ports/releases.js';
import type { ReleaseFigureRow, ReleaseRow } from '../models/releases.js';
import { asStored, createReportDatabase } from '../report-database.js';
import type { RepositoryContext } from './context.js';

const RUNS = `
  select r.id as runId, r.course_id as courseId, r.smallest_group as smallestGroup, p.time_zone as zone
  from runs r
  join courses c on c.id = r.course_id and c.kind = 'course'
  join platforms p on p.id = c.platform_id
  order by r.id`;

/** Releases, their figures and their members. */
export function createReleaseRepository(context: RepositoryContext): ReleaseRepository {
  const { sequelize, models } = context;
  const transaction = context.transaction ?? null;
  const database = createReportDatabase(context);
  return {
    ...database,
    async findLatest(runId) {
      const row = await models.releases.findOne({ where: { runId }, order: [['number', 'DESC']], raw: true, transaction });
      return row && releaseOf(row, await figuresOf(context, row.id));
    },
    async listCountableRuns() {
      const rows = await sequelize.query(RUNS, { type: QueryTypes.SELECT, transaction });
      return rows as { runId: number; courseId: number; smallestGroup: number; zone: string }[];
    },
    async add(release) {
      const { runId, number, mapVersionId, methodVersion, madeAt } = release;
      const { id } = await models.releases.create({ runId, number, mapVersionId, methodVersion, madeAt }, { transaction });
      await models.releaseFigures.bulkCreate(
        release.figures.map((figure) => ({
          releaseId: id,
          figure: figure.figure,
          value: JSON.stringify(figure.value),
          countedAt: figure.renewed ? madeAt : figure.countedAt,
          countedInId: figure.renewed ? id : figure.countedInId,
        })),
        { transaction },
      );
      await storeMembers(context, id, release);
    },
  };
}

async function storeMembers(context: RepositoryContext, id: number, release: NewRelease): Promise<void> {
  const { sequelize } = context;
  const transaction = context.transaction ?? null;
  const isSqlite = sequelize.getDialect() === 'sqlite';
  for (const { sql, values, populations } of release.members) {
    await sequelize.query(
      `insert into release_members (release_id, population, participation_id)
       select :releaseId, n.population, n.participation_id from (${sql}) n where n.population in (:populations)`,
      { replacements: asStored({ ...values, releaseId: id, populations }, isSqlite), transaction },
    );
  }
  const rows = (await sequelize.query(
    'select population, count(*) as size from release_members where release_id = :id group by population',
    { replacements: { id }, type: QueryTypes.SELECT, transaction },
  )) as { population: string; size: number | string }[];
  const stored = new Map(rows.map(({ population, size }) => [population, Number(size)]));
  for (const figure of release.figures) {
    if (!figure.renewed || !figure.value.shown) continue;
    if (stored.get(figure.figure) !== figure.value.size)
      throw new AppError('changed-while-counting', 'conflict', { figure: figure.figure });
  }
}

/** The figures with the size of the set each is compared with: that of the release that counted it. */
async function figuresOf({ models, transaction }: RepositoryContext, releaseId: number): Promise<Release['figures']> {
  const rows = await models.releaseFigures.findAll({
    where: { releaseId },
    order: [['figure', 'ASC']],
    raw: true,
    transaction: transaction ?? null,
  });
  const older = [...new Set(rows.map(({ countedInId }) => countedInId).filter((id) => id !== null && id !== releaseId))] as number[];
  const origins = older.length
    ? await models.releaseFigures.findAll({ where: { releaseId: older }, raw: true, transaction: transaction ?? null })
    : [];
  const sizes = new Map([...origins, ...rows].map((row) => [`${row.releaseId} ${row.figure}`, sizeOf(row)]));
  return rows.map((row) => ({
    figure: row.figure,
    value: JSON.parse(row.value) as Figure,
    countedAt: new Date(row.countedAt),
    countedInId: row.countedInId,
    countedSize: sizes.get(`${row.countedInId} ${row.figure}`) ?? 0,
  }));
}

function sizeOf(row: ReleaseFigureRow): number {
  const value = JSON.parse(row.value) as Figure;
  return value.shown ? value.size : 0;
}

function releaseOf(row: ReleaseRow, figures: Release['figures']): Release {
  return {
    id: row.id,
    runId: row.runId,
    number: row.number,
    mapVersionId: row.mapVersionId,
    methodVersion: row.methodVersion,
    madeAt: new Date(row.madeAt),
    figures,
  };
}
