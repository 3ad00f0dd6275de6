import { askedCommitments, carriedStatus, statusItemOf } from '../../domain/follow-up/asked-commitments.js';
import type { FollowUp } from '../../domain/follow-up/follow-up.js';
import type { Repositories } from '../ports/database.js';
import type { NewAnswer } from '../ports/follow-ups.js';

/**
 * Settles a due follow-up that has nothing to ask: true when it did. What was let go is carried forward as answered ST_DROPPED;
 * where only habits are left before SUS, the wave is skipped, because a habit is asked once more at SUS (decisions.md 10).
 */
export async function carryForward(repositories: Repositories, followUp: FollowUp, now: Date): Promise<boolean> {
  const intention = await repositories.intentions.getIntention(followUp.intentionId);
  if (askedCommitments(intention.commitments, followUp.instrument).length > 0) return false;
  const item = statusItemOf(followUp.instrument);
  const answers = intention.commitments.flatMap((commitment): NewAnswer[] => {
    const code = carriedStatus(commitment);
    return code ? [{ commitmentId: commitment.id, elementStableId: null, item, code, text: null, isCarried: true }] : [];
  });
  const hasHabit = intention.commitments.some(({ state }) => state === 'habit');
  if (hasHabit) {
    await repositories.followUps.end(followUp.id, 'skipped', 'habit');
    return true;
  }
  if (answers.length === 0) {
    await repositories.followUps.end(followUp.id, 'cancelled', 'declined');
    return true;
  }
  await repositories.followUps.answer({
    followUpId: followUp.id,
    submittedAt: now,
    language: intention.language,
    isLate: false,
    isCarried: true,
    answers,
  });
  return true;
}
