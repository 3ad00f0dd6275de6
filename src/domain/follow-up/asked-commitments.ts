import type { Commitment, CommitmentState } from '../intention/intention.js';
import { INTENDED, type Status } from '../survey/codes.js';
import type { Instrument } from './wave.js';

type Standing = Pick<Commitment, 'level' | 'state'>;

/** The commitments a wave asks about: chosen and not ended; a habit once more at SUS (decisions.md 10). */
export function askedCommitments<Item extends Standing>(commitments: readonly Item[], instrument: Instrument): Item[] {
  const asked: readonly CommitmentState[] = instrument === 'SUS' ? ['active', 'adjusted', 'habit'] : ['active', 'adjusted'];
  return commitments.filter(({ level, state }) => INTENDED.includes(level) && asked.includes(state));
}

/** What an ended commitment counts as in every later wave without being asked: let go as dropped (decisions.md 10), no longer possible as such. */
export function carriedStatus({ level, state }: Standing): Status | null {
  if (!INTENDED.includes(level)) return null;
  if (state === 'let_go') return 'ST_DROPPED';
  return state === 'na' ? 'ST_NA' : null;
}

/** The item that holds the status in an instrument (domain.md §2.7). */
export function statusItemOf(instrument: Instrument): 'CHK02' | 'FUP02' {
  return instrument === 'CHK' ? 'CHK02' : 'FUP02';
}
