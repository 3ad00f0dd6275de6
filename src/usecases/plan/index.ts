import type { Dependencies } from '../dependencies.js';
import { createCalendarFile } from './calendar-file.js';
import { createChangePlan } from './change-plan.js';
import { createEndCommitment, createTakeUpAgain } from './end-commitment.js';
import { createOpenPlan } from './open-plan.js';
import { createStopAsking } from './stop-asking.js';

/** What a person may see of and do with their own plan. */
export function createPlanUseCases(deps: Dependencies) {
  return {
    openPlan: createOpenPlan(deps),
    changePlan: createChangePlan(deps),
    letGo: createEndCommitment(deps, 'let_go'),
    markHabit: createEndCommitment(deps, 'habit'),
    markNotApplicable: createEndCommitment(deps, 'na'),
    takeUpAgain: createTakeUpAgain(deps),
    stopAsking: createStopAsking(deps),
    calendarFile: createCalendarFile(deps),
  };
}
export type PlanUseCases = ReturnType<typeof createPlanUseCases>;
