import type { FollowUp } from './follow-up.js';

/** After this many unanswered waves nobody is asked again (domain.md §7, decisions.md 10). */
export const SILENCES = 2;

/** Whether a wave was asked and its window closed without an answer; a wave nobody was told of is no silence. */
export function isSilence(followUp: Pick<FollowUp, 'state' | 'reason'>): boolean {
  return followUp.state === 'expired' && followUp.reason === 'no-answer';
}

/** Whether so many waves stayed unanswered that the rest is no longer asked. */
export function hasFallenSilent(earlier: readonly Pick<FollowUp, 'state' | 'reason'>[]): boolean {
  return earlier.filter(isSilence).length >= SILENCES;
}
