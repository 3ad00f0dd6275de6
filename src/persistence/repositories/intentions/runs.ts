import { UniqueConstraintError } from 'sequelize';
import type { Run } from '../../../domain/intention/intention.js';
import { NotFound } from '../../../shared/errors.js';
import type { IntentionRepository } from '../../../usecases/ports/intentions.js';
import type { RunRow } from '../../models/intentions.js';
import type { RepositoryContext } from '../context.js';

type RunRows = Pick<IntentionRepository, 'ensureCurrentRun' | 'findRun' | 'listRuns'>;

/** The runs of a course (decisions.md 5). Two arrivals at once make one run: its number is unique in the course. */
export function createRunRows({ models, transaction }: RepositoryContext): RunRows {
  const listOf = async (courseId: number): Promise<Run[]> => {
    const rows = await models.runs.findAll({ where: { courseId }, order: [['number', 'ASC']], raw: true, transaction });
    return rows.map(toRun);
  };
  const currentOf = (known: readonly Run[]): Run | undefined => known.findLast(({ isCurrent }) => isCurrent);
  return {
    async ensureCurrentRun(courseId, smallestGroup, now) {
      // One look decides both whether there is a current run and which number comes next; two looks could see two moments.
      const known = await listOf(courseId);
      const current = currentOf(known);
      if (current) return current;
      const number = (known.at(-1)?.number ?? 0) + 1;
      try {
        await models.runs.create({ courseId, number, isCurrent: true, smallestGroup, startedAt: now }, { transaction });
      } catch (error) {
        if (!(error instanceof UniqueConstraintError)) throw error;
      }
      const made = currentOf(await listOf(courseId));
      if (!made) throw new NotFound('run');
      return made;
    },
    async findRun(runId) {
      const row = await models.runs.findOne({ where: { id: runId }, raw: true, transaction });
      return row && toRun(row);
    },
    listRuns: listOf,
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
