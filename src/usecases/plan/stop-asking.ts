import type { Dependencies } from '../dependencies.js';
import { ownIntentionsIn } from './own-intentions.js';

/**
 * Stops every question about the person's intentions in a course: planned and open follow-ups end as cancelled, messages not sent yet are
 * withdrawn. The person stays in the denominators, as somebody who did not answer (decisions.md 10). Twice is the same as once.
 */
export function createStopAsking(deps: Dependencies) {
  return async ({ personId, courseId }: { personId: number; courseId: number }): Promise<void> => {
    const now = deps.clocks.calendar.now();
    await deps.data.write(async (repositories) => {
      for (const intention of await ownIntentionsIn(repositories, personId, courseId)) {
        if (!intention.stoppedAt) await repositories.intentions.stopAsking(intention.id, now);
        const unanswered = intention.followUps.filter(({ state }) => state === 'planned' || state === 'open').map(({ id }) => id);
        for (const id of unanswered) await repositories.followUps.end(id, 'cancelled', 'stopped');
        await repositories.deliveries.cancelForFollowUps(unanswered);
      }
    });
  };
}
