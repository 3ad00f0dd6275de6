import { hasFallenSilent } from '../../domain/follow-up/silence.js';
import { opennessAt } from '../../domain/follow-up/window.js';
import type { Dependencies } from '../dependencies.js';
import type { Repositories } from '../ports/database.js';
import type { FollowUpInCourse } from '../ports/follow-ups.js';

const PAGE = 50;
/** A month's backlog does not flood the LMS: the rest comes with the next tick (security.md D3.2). */
const AT_MOST = 500;

/**
 * Makes one invitation for each follow-up that is due and can be told by a message: found by state and date, never by a window
 * around now, so that a worker that was down catches up. The follow-up itself stays planned until the message was sent, because
 * only then the person is reached and the window opens (decisions.md 8); without a working connection it simply stays waiting.
 * Answers how many were made.
 */
export function createEnqueueDueFollowUps(deps: Dependencies) {
  return async (): Promise<number> => {
    const now = deps.clocks.calendar.now();
    let made = 0;
    for (let seen = 0; seen < AT_MOST; seen += PAGE) {
      const page = await deps.data.read.followUps.listToInvite(now, PAGE);
      const count = await deps.data.write(async (repositories) => {
        let moved = 0;
        for (const { id } of page) if (await invite(repositories, id, { calendar: now, protocol: deps.clocks.protocol.now() })) moved += 1;
        return moved;
      });
      made += count;
      if (count === 0 || page.length < PAGE) break;
    }
    return made;
  };
}

/** True when something was changed; false when somebody was faster. */
async function invite(repositories: Repositories, id: number, now: { calendar: Date; protocol: Date }): Promise<boolean> {
  const followUp = await repositories.followUps.find(id);
  if (!followUp || opennessAt(followUp, now.calendar) !== 'due') return false;
  if (await isSilenced(repositories, followUp)) return repositories.followUps.end(id, 'cancelled', 'two-silences');
  const placementId = await repositories.deliveries.findPlacementToLink(followUp.courseId);
  if (placementId === null) return false;
  const { platformId, personId } = followUp;
  const delivery = { platformId, personId, placementId, followUpIds: [id], kind: 'invite' as const };
  return (await repositories.deliveries.add(delivery, now.protocol)) !== null;
}

async function isSilenced(repositories: Repositories, followUp: FollowUpInCourse): Promise<boolean> {
  return hasFallenSilent(await repositories.followUps.listEarlier(followUp.intentionId, followUp.dueAt));
}
