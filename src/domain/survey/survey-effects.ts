import { statusItemOf } from '../follow-up/asked-commitments.js';
import type { CommitmentState } from '../intention/intention.js';
import { codesIn, type NewPlan, nextItemOf, type SurveyValues } from './check-answers.js';
import type { SurveyScope } from './survey-scope.js';

/** What an answered follow-up changes in one commitment: its state, or its plan (which sets the state), or nothing. */
export interface CommitmentEffect {
  commitmentId: number;
  state: Extract<CommitmentState, 'habit' | 'let_go' | 'na'> | null;
  plan: NewPlan | null;
}

/**
 * What the answers change (decisions.md 10): no longer applicable ends a commitment as such; let go and habit as chosen; a new when and
 * then make a new plan. Who no longer plans to do it, and says nothing further about the plan, lets it go.
 */
export function effectsOf(scope: SurveyScope, values: SurveyValues): CommitmentEffect[] {
  const codesAt = codesIn(values);
  return scope.commitmentIds.flatMap((commitmentId) => {
    const place = { commitmentId, indicator: null };
    const [status] = codesAt(statusItemOf(scope.instrument), place);
    const [next] = codesAt(nextItemOf(scope.instrument), place);
    const state = stateAfter(status, next);
    const plan = state ? null : (values.plans.find((one) => one.commitmentId === commitmentId) ?? null);
    return state || plan ? [{ commitmentId, state, plan }] : [];
  });
}

function stateAfter(status: string | undefined, next: string | undefined): CommitmentEffect['state'] {
  if (status === 'ST_NA') return 'na';
  if (next === 'NX_LET_GO') return 'let_go';
  if (next === 'NX_HABIT') return 'habit';
  return status === 'ST_DROPPED' && next === undefined ? 'let_go' : null;
}
