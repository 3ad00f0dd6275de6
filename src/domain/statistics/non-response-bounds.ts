import { checkCounts } from './check-counts.js';
import type { ShareRange } from './wilson-interval.js';

/**
 * The least and the most the share can be among everybody eligible, whatever those who did not answer would have said (domain.md §3.3):
 * low when all of them said no, high when all said yes. Nobody eligible gives `{ low: 0, high: 1 }`; impossible counts throw RangeError
 * (decisions.md 23).
 */
export function nonResponseBounds(yes: number, answered: number, eligible: number): ShareRange {
  checkCounts(yes, answered);
  checkCounts(answered, eligible);
  if (eligible === 0) return { low: 0, high: 1 };
  return { low: yes / eligible, high: (yes + eligible - answered) / eligible };
}
