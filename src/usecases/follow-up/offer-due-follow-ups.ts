import { hasFallenSilent } from '../../domain/follow-up/silence.js';
import { closingMoment, opennessAt } from '../../domain/follow-up/window.js';
import type { Repositories } from '../ports/database.js';
import { carryForward } from './carry-forward.js';

/**
 * A launch offers what is due: every planned follow-up of the person whose moment has come opens now and counts as asked
 * (decisions.md 8). What lapsed is not asked; what was let go is carried forward; after two silences nothing is asked (decisions.md 10).
 * Runs inside the transaction of the launch; running it again changes nothing.
 */
export async function offerDueFollowUps(repositories: Repositories, { personId }: { personId: number }, now: Date): Promise<void> {
  for (const followUp of await repositories.followUps.listDueOf(personId, now)) {
    if (opennessAt(followUp, now) === 'lapsed') {
      await repositories.followUps.end(followUp.id, 'expired', 'never-asked');
      continue;
    }
    const enrolment = await repositories.people.findEnrolment(personId, followUp.courseId);
    if (enrolment?.role === 'instructor') continue;
    if (await carryForward(repositories, followUp, now)) continue;
    if (hasFallenSilent(await repositories.followUps.listEarlier(followUp.intentionId, followUp.dueAt))) {
      await repositories.followUps.end(followUp.id, 'cancelled', 'two-silences');
      continue;
    }
    await repositories.followUps.open(followUp.id, { openedAt: now, closesAt: closingMoment(followUp, now), reach: 'asked' });
  }
}
