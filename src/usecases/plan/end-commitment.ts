import type { CommitmentState } from '../../domain/intention/intention.js';
import { INTENDED } from '../../domain/survey/codes.js';
import type { Dependencies } from '../dependencies.js';
import { carryForward } from '../follow-up/carry-forward.js';
import type { Repositories } from '../ports/database.js';
import { ownCommitment } from './own-intentions.js';

export interface CommitmentOfPerson {
  personId: number;
  courseId: number;
  commitmentId: number;
}

/**
 * Ends a commitment in one of the dignified ways (domain.md §5.1): let go and no longer applicable are not asked about again, a habit once
 * more at SUS (decisions.md 10). A survey that stood open and now has nothing to ask is settled, so that it does not count as silence.
 */
export function createEndCommitment(deps: Dependencies, state: Extract<CommitmentState, 'let_go' | 'habit' | 'na'>) {
  return async (input: CommitmentOfPerson): Promise<void> => {
    const now = deps.clocks.calendar.now();
    await deps.data.write(async (repositories) => {
      const { intention, commitment } = await ownCommitment(repositories, input);
      if (commitment.state === state || !INTENDED.includes(commitment.level)) return;
      await repositories.intentions.setCommitmentState(commitment.id, state, now);
      if (state !== 'habit') await settleOpenSurveys(repositories, intention.id, now);
    });
  };
}

/** Takes an ended commitment up again: as it was, with its newest plan. */
export function createTakeUpAgain(deps: Dependencies) {
  return async (input: CommitmentOfPerson): Promise<void> => {
    const now = deps.clocks.calendar.now();
    await deps.data.write(async (repositories) => {
      const { commitment } = await ownCommitment(repositories, input);
      const hasEnded = !['active', 'adjusted'].includes(commitment.state);
      if (!hasEnded || !INTENDED.includes(commitment.level)) return;
      await repositories.intentions.setCommitmentState(commitment.id, commitment.plans.length > 1 ? 'adjusted' : 'active', now);
    });
  };
}

async function settleOpenSurveys(repositories: Repositories, intentionId: number, now: Date): Promise<void> {
  for (const followUp of await repositories.followUps.listOfIntention(intentionId)) {
    if (followUp.state === 'open' && (await carryForward(repositories, followUp, now))) {
      await repositories.deliveries.cancelForFollowUps([followUp.id]);
    }
  }
}
