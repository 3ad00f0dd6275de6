import { z } from 'zod';
import type { ReportDatabase } from '../ports.js';
import { blocks, parametersOf } from './blocks.js';
import {
  behaviourRow,
  behaviourWaveRow,
  commitmentsRow,
  factorAskersRow,
  factorRow,
  type RunCounts,
  reachRow,
  silenceRow,
  waveRow,
} from './rows.js';

/** Counts everything of one run as it stands at `now`; the database adds up, only totals come back (decisions.md 24). */
export async function countRun(database: ReportDatabase, runId: number, now: Date): Promise<RunCounts> {
  const values = parametersOf(runId, now);
  const rows = async <Schema extends z.ZodType>(block: keyof typeof blocks, schema: Schema): Promise<z.infer<Schema>[]> =>
    z.array(schema).parse(await database.select(blocks[block], values));
  const [reach] = await rows('reach', reachRow);
  const [commitments] = await rows('commitments', commitmentsRow);
  if (!reach || !commitments) throw new Error('a total without a row');
  return {
    reach,
    commitments,
    behaviours: await rows('behaviours', behaviourRow),
    waves: await rows('waves', waveRow),
    silences: await rows('silences', silenceRow),
    behaviourWaves: await rows('behaviour-waves', behaviourWaveRow),
    factorAskers: await rows('factor-askers', factorAskersRow),
    factors: await rows('factors', factorRow),
  };
}
