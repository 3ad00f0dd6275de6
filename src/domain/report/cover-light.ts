/** How far the answers of a wave carry: from 70 % good, from 40 % careful, below that stories only and no rates in the summary (domain.md §3.3). */
export type CoverLight = 'good' | 'careful' | 'stories';

/** The light of a response rate; nobody asked is `stories`. */
export function coverLight(answered: number, eligible: number): CoverLight {
  if (eligible <= 0) return 'stories';
  if (answered * 100 >= eligible * 70) return 'good';
  return answered * 100 >= eligible * 40 ? 'careful' : 'stories';
}
