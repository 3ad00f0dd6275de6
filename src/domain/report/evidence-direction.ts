import { wilsonInterval } from '../statistics/wilson-interval.js';

/** What a behaviour's rate says about the map: `below` reads "less than half, so far" (decisions.md 19). */
export type EvidenceDirection = 'supports' | 'mixed' | 'below';

/** R28: supports when the whole Wilson range lies above half, below when it lies under half, else mixed (domain.md §8.4). */
export function evidenceDirection(yes: number, answered: number): EvidenceDirection {
  const { low, high } = wilsonInterval(yes, answered);
  if (low > 0.5) return 'supports';
  return high < 0.5 ? 'below' : 'mixed';
}
