import { opennessAt } from '../../domain/follow-up/window.js';
import type { Dependencies } from '../dependencies.js';
import { carryForward } from './carry-forward.js';

const PAGE = 50;
const AT_MOST = 1_000;

/** Settles due follow-ups that have nothing left to ask: carried forward or skipped (decisions.md 10). Needs no connection. Answers how many. */
export function createSettleDueFollowUps(deps: Dependencies) {
  return async (): Promise<number> => {
    const now = deps.clocks.calendar.now();
    let settled = 0;
    while (settled < AT_MOST) {
      const page = await deps.data.read.followUps.listWithNothingToAsk(now, PAGE);
      const count = await deps.data.write(async (repositories) => {
        let done = 0;
        for (const { id } of page) {
          const followUp = await repositories.followUps.find(id);
          if (followUp && opennessAt(followUp, now) === 'due' && (await carryForward(repositories, followUp, now))) done += 1;
        }
        return done;
      });
      settled += count;
      if (count === 0 || page.length < PAGE) break;
    }
    return settled;
  };
}
