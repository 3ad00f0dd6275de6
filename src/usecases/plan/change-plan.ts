import { checkText, type Problem } from '../../domain/survey/check-item.js';
import { INT, itemOf } from '../../domain/survey/instruments.js';
import type { Dependencies } from '../dependencies.js';
import type { Repositories } from '../ports/database.js';
import { ownCommitment } from './own-intentions.js';

export interface ChangePlanInput {
  personId: number;
  courseId: number;
  commitmentId: number;
  when: string;
  then: string;
}
export type ChangePlanOutcome =
  | { kind: 'added' }
  | { kind: 'changed' }
  | { kind: 'invalid'; faults: { field: 'when' | 'then'; problem: Problem }[] };

/**
 * Stores a new plan for a commitment; the earlier one stays as it was (decisions.md 11). A commitment that was ended is thereby taken
 * up again.
 */
export function createChangePlan(deps: Dependencies) {
  return async (input: ChangePlanInput): Promise<ChangePlanOutcome> => {
    const item = itemOf(INT, 'INT05');
    const faults = (['when', 'then'] as const).flatMap((field) => {
      const problem = checkText(item, input[field], field === 'then');
      return problem ? [{ field, problem }] : [];
    });
    if (faults.length > 0) return { kind: 'invalid', faults };
    const now = deps.clocks.calendar.now();
    return deps.data.write(async (repositories) => {
      const { commitment } = await ownCommitment(repositories, input);
      const hadPlan = commitment.plans.length > 0;
      await addPlan(repositories, commitment.id, { when: input.when, then: input.then, hadPlan }, now);
      return { kind: hadPlan ? 'changed' : 'added' };
    });
  };
}

/** Adds a plan row and sets the state that goes with it: `adjusted` where there was a plan before. */
export async function addPlan(
  repositories: Repositories,
  commitmentId: number,
  { when, then, hadPlan }: { when: string; then: string; hadPlan: boolean },
  now: Date,
): Promise<void> {
  await repositories.intentions.addPlan(commitmentId, { when: when.trim(), then: then.trim() }, now);
  await repositories.intentions.setCommitmentState(commitmentId, hadPlan ? 'adjusted' : 'active', now);
}
