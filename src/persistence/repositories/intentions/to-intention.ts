import type { Commitment, CommitmentState, Intention } from '../../../domain/intention/intention.js';
import type { Barrier, Commit, Confid, First, Freq } from '../../../domain/survey/codes.js';
import type { Language } from '../../../shared/language.js';
import type { CommitmentObstacleRow, CommitmentRow, ExitReasonRow, IntentionRow, PlanRow } from '../../models/intentions.js';

/** The rows that hang under intentions. */
export interface RowsUnderIntentions {
  exitReasons: ExitReasonRow[];
  commitments: CommitmentRow[];
  obstacles: CommitmentObstacleRow[];
  plans: PlanRow[];
}

/** One intention from its row and the rows under it. */
export function toIntention(row: IntentionRow, under: RowsUnderIntentions): Intention {
  const ofThis = (child: { intentionId: number }): boolean => child.intentionId === row.id;
  return {
    id: row.id,
    participationId: row.participationId,
    mapVersionId: row.mapVersionId,
    outcome: row.outcome as Intention['outcome'],
    submittedAt: new Date(row.submittedAt),
    language: row.language as Language,
    missingText: row.missingText,
    exitText: row.exitText,
    exitReasons: under.exitReasons.filter(ofThis).map((reason) => reason.factor as Barrier),
    followUpPermission: row.followUpPermission as Intention['followUpPermission'],
    stoppedAt: row.stoppedAt ? new Date(row.stoppedAt) : null,
    commitments: under.commitments.filter(ofThis).map((commitment) => toCommitment(commitment, under)),
  };
}

function toCommitment(row: CommitmentRow, under: RowsUnderIntentions): Commitment {
  const ofThis = (child: { commitmentId: number }): boolean => child.commitmentId === row.id;
  return {
    id: row.id,
    intentionId: row.intentionId,
    priority: row.priority,
    elementStableId: row.elementStableId,
    ownText: row.ownText,
    closestStableId: row.closestStableId,
    then0: row.then0 as Freq,
    level: row.level as Commit,
    planAsked: Boolean(row.planAsked),
    firstExpected: row.firstExpected as First | null,
    confidence: row.confidence as Confid | null,
    obstacles: under.obstacles.filter(ofThis).map((obstacle) => obstacle.factor as Barrier),
    copingText: row.copingText,
    state: row.state as CommitmentState,
    stateChangedAt: new Date(row.stateChangedAt),
    plans: under.plans
      .filter(ofThis)
      .map((plan) => ({ id: plan.id, when: plan.planWhen, then: plan.planThen, createdAt: new Date(plan.createdAt) })),
  };
}
