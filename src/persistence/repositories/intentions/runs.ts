import { UniqueConstraintError } from 'sequelize';
import type { Run } from '../../../domain/intention/intention.js';
import { NotFound } from '../../../shared/errors.js';
import type { IntentionRepository } from '../../../usecases/ports/intentions.js';
import type { RunRow } from '../../models/intentions.js';
import type { RepositoryContext } from '../context.js';

type RunRows = Pick<IntentionRepository, 'ensureCurrentRun' | 'findRun' | 'listRuns'>;

/** The runs of a course (decisions.md 5). Two arrivals at once make one run: its number is unique in the course. */
export function createRunRows({ models, transaction }: RepositoryContext): RunRows {
  const findCurrent = async (courseId: number): Promise<Run | null> => {
    const row = await models.runs.findOne({ where: { courseId, isCurrent: true }, order: [['number', 'DESC']], raw: true, transaction });
    return row && toRun(row);
  };
  return {
    async ensureCurrentRun(courseId, smallestGroup, now) {
      const current = await findCurrent(courseId);
      if (current) return current;
      const last = await models.runs.findOne({ where: { courseId }, order: [['number', 'DESC']], raw: true, transaction });
      try {
        await models.runs.create({ courseId, number: (last?.number ?? 0) + 1, isCurrent: true, smallestGroup, startedAt: now }, { transaction });
      } catch (error) {
        if (!(error instanceof UniqueConstraintError)) throw error;
      }
      const made = await findCurrent(courseId);
      if (!made) throw new NotFound('run');
      return made;
    },
    async findRun(runId) {
      const row = await models.runs.findOne({ where: { id: runId }, raw: true, transaction });
      return row && toRun(row);
    },
    async listRuns(courseId) {
      const rows = await models.runs.findAll({ where: { courseId }, order: [['number', 'ASC']], raw: true, transaction });
      return rows.map(toRun);
    },
  };
}

function toRun(row: RunRow): Run {
  return {
    id: row.id,
    courseId: row.courseId,
    number: row.number,
    isCurrent: Boolean(row.isCurrent),
    smallestGroup: row.smallestGroup,
    startedAt: new Date(row.startedAt),
  };
}
