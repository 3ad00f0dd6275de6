import { z } from 'zod';
import type { ReportDatabase, SqlValue } from '../ports.js';
import { isSafe } from '../small-groups.js';
import { blocks, MEMBER_BLOCKS, memberBlockOf } from './blocks.js';
import { type ComparisonRow, comparisonRow, pairRow, sizeRow } from './rows.js';

/** How each figure's set of contributors stands beside the one of the last release (decisions.md 21); only sizes come back. */
export async function compareMembers(
  database: ReportDatabase,
  values: Record<string, SqlValue>,
  latestReleaseId: number | null,
): Promise<ComparisonRow[]> {
  const rows: ComparisonRow[] = [];
  for (const block of MEMBER_BLOCKS) {
    const sql = within('compare-members', blocks[block]);
    rows.push(...z.array(comparisonRow).parse(await database.select(sql, { ...values, latest: latestReleaseId ?? 0 })));
  }
  return rows;
}

/** A set as it is now, and one that was released. */
export interface SetPair {
  current: string;
  stored: { figure: string; releaseId: number };
}

/** Whether two nested sets, one counted now and one carried over, could be subtracted to show fewer than k people (domain.md §3.6 R3, R4). */
export async function isSafePair(database: ReportDatabase, values: Record<string, SqlValue>, pair: SetPair, k: number): Promise<boolean> {
  const { current, stored } = pair;
  const names = { population: current, release: stored.releaseId, other: stored.figure };
  const sql = within('compare-sets', blocks[memberBlockOf(current)]);
  const [both] = z.array(pairRow).parse(await database.select(sql, { ...values, ...names }));
  const [other] = z.array(sizeRow).parse(await database.select(blocks['stored-size'], names));
  const kept = both?.kept ?? 0;
  return isSafe((both?.size ?? 0) - kept, k) && isSafe((other?.size ?? 0) - kept, k);
}

function within(wrapper: 'compare-members' | 'compare-sets', members: string): string {
  return blocks[wrapper].replace('MEMBERS', () => members);
}
