import { coverLight } from './cover-light.js';

/** What a course's released figures hold for its claim; each part is null when it may not be shown. */
export interface ClaimFigures {
  /** Learners with a new commitment, of those who finished. */
  intended: { yes: number; of: number } | null;
  /** Waves that may be shown: who tried it, who does it, of those who answered, of those asked. */
  waves: { wave: string; tried: number; applying: number; answered: number; eligible: number }[];
}

/** The highest rung the data reach (domain.md §3.7), with the numbers its sentence needs. */
export type Claim =
  | { rung: 'C0' }
  | { rung: 'C1'; yes: number; of: number }
  | { rung: 'C2' | 'C3'; wave: string; yes: number; answered: number; eligible: number };

/** The claim, and the wave whose rate stays out of the summary because too few answered (domain.md §3.3). */
export interface ClaimResult {
  claim: Claim;
  leftOut: { answered: number; eligible: number; wave: string } | null;
}

/**
 * Climbs as far as the figures allow: C3 from W3, C2 from W2 or else W1, C1 from intentions, C0 from a published map. A wave with less
 * than 40 % answers gives no rate to the summary.
 */
export function climb({ intended, waves }: ClaimFigures): ClaimResult {
  const of = (code: string) => waves.find(({ wave }) => wave === code);
  const carries = (wave: { answered: number; eligible: number } | undefined): boolean =>
    wave !== undefined && coverLight(wave.answered, wave.eligible) !== 'stories';
  const thin = ['W3', 'W2', 'W1'].map(of).find((wave) => wave !== undefined && !carries(wave));
  const leftOut = thin ? { answered: thin.answered, eligible: thin.eligible, wave: thin.wave } : null;
  const last = of('W3');
  if (last && carries(last)) {
    return { claim: { rung: 'C3', wave: 'W3', yes: last.applying, answered: last.answered, eligible: last.eligible }, leftOut };
  }
  const tried = [of('W2'), of('W1')].find((wave) => carries(wave));
  if (tried) {
    const { wave, tried: yes, answered, eligible } = tried;
    return { claim: { rung: 'C2', wave, yes, answered, eligible }, leftOut };
  }
  return { claim: intended ? { rung: 'C1', ...intended } : { rung: 'C0' }, leftOut };
}
