import { opennessAt } from '../../domain/follow-up/window.js';
import type { Dependencies } from '../dependencies.js';
import type { Repositories } from '../ports/database.js';
import type { FollowUpInCourse } from '../ports/follow-ups.js';

const PAGE = 100;
const AT_MOST = 5_000;

/**
 * Ends what is over: windows that closed without an answer, waves that lapsed without being asked (decisions.md 8), and the rest of
 * an intention after two unanswered waves whose late period is over too (decisions.md 10). Messages not sent yet are called back.
 * Answers how many ended.
 */
export function createExpireFollowUps(deps: Dependencies) {
  return async (): Promise<number> => {
    const now = deps.clocks.calendar.now();
    const { followUps } = deps.data.read;
    const expired = await endAll(
      deps,
      () => followUps.listToExpire(now, PAGE),
      (repositories, followUp) => expire(repositories, followUp, now),
    );
    const silenced = await endAll(
      deps,
      () => followUps.listSilenced(now, PAGE),
      (repositories, { id }) => repositories.followUps.end(id, 'cancelled', 'two-silences'),
    );
    return expired + silenced;
  };
}

async function expire(repositories: Repositories, { id }: FollowUpInCourse, now: Date): Promise<boolean> {
  const followUp = await repositories.followUps.find(id);
  if (!followUp) return false;
  const openness = opennessAt(followUp, now);
  if (openness === 'lapsed') return repositories.followUps.end(id, 'expired', 'never-asked');
  if (followUp.state !== 'open' || openness === 'open') return false;
  return repositories.followUps.end(id, 'expired', 'no-answer');
}

async function endAll(
  deps: Dependencies,
  list: () => Promise<FollowUpInCourse[]>,
  end: (repositories: Repositories, followUp: FollowUpInCourse) => Promise<boolean>,
): Promise<number> {
  let ended = 0;
  while (ended < AT_MOST) {
    const page = await list();
    const count = await deps.data.write(async (repositories) => {
      const over: number[] = [];
      for (const followUp of page) if (await end(repositories, followUp)) over.push(followUp.id);
      await repositories.deliveries.cancelForFollowUps(over);
      return over.length;
    });
    ended += count;
    if (count === 0 || page.length < PAGE) break;
  }
  return ended;
}
