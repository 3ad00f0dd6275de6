import { APPLIED, APPLYING, FREQ, NEW_COMMITMENTS, OPP } from '../../domain/survey/codes.js';
import { loadSql } from '../load-sql.js';
import type { SqlValue } from '../ports.js';

/** Blocks that give who contributes to which figure. */
export const MEMBER_BLOCKS = [
  'members-of-intentions',
  'members-of-plans',
  'members-of-behaviours',
  'members-of-waves',
  'members-of-behaviour-waves',
  'members-of-factors',
] as const;
export type MemberBlock = (typeof MEMBER_BLOCKS)[number];

/** Every block of the course report. */
export const BLOCKS = [
  'reach',
  'commitments',
  'behaviours',
  'waves',
  'silences',
  'behaviour-waves',
  'factor-askers',
  'factors',
  ...MEMBER_BLOCKS,
  'compare-members',
  'compare-sets',
  'stored-size',
] as const;

/** The SQL of the course report: the one definition of its figures. */
export const blocks = loadSql(import.meta.url, ['people.sql', 'intentions.sql', 'waves.sql', 'factors.sql', 'members.sql'], BLOCKS);

/** The block that gives the members of a population (a figure's code). */
export function memberBlockOf(population: string): MemberBlock {
  const [code, , element] = population.split('/');
  if (code === 'R04') return 'members-of-plans';
  if (code === 'R07') return 'members-of-behaviours';
  if (code === 'R21') return 'members-of-factors';
  if (code === 'R01' || code === 'R02' || code === 'R06') return 'members-of-intentions';
  return element === undefined ? 'members-of-waves' : 'members-of-behaviour-waves';
}

/** The values every block is run with: the run, the moment, and the codes of domain.md §2.7 and §6. */
export function parametersOf(runId: number, now: Date): Record<string, SqlValue> {
  return {
    run: runId,
    now,
    newLevels: NEW_COMMITMENTS,
    keptLevel: 'CM9',
    frequencies: FREQ.filter((code) => code !== 'FQX'),
    often: ['FQ3', 'FQ4'],
    statusItems: ['CHK02', 'FUP02'],
    occasionItems: ['CHK01', 'FUP01'],
    occasions: OPP.filter((code) => code !== 'OP0'),
    applied: APPLIED,
    applying: APPLYING,
    firstWaveItem: 'CHK02',
    regular: 'ST_REGULAR',
    helpItem: 'FUP06',
    hinderItems: ['CHK03', 'FUP07'],
    factorItems: ['CHK03', 'FUP06', 'FUP07'],
  };
}
