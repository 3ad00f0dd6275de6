import { occasionOfOwn, type PlannedFollowUp, planFollowUps } from '../follow-up/plan-follow-ups.js';
import { WAVE_CODES, type WaveCode } from '../follow-up/wave.js';
import type { MapElement } from '../impact-map/impact-map.js';
import type { Occasion } from '../impact-map/stage.js';
import { INTENDED } from '../survey/codes.js';
import { type CommitmentValues, hasIntended, type IntentionValues } from './state-intention.js';

/** From when and where the waves are counted. */
export interface CountedFrom {
  completedAt: Date;
  zone: string;
}

/**
 * The follow-ups that belong to what a person submitted (decisions.md 9, 10): none after the honest exit and none where every behaviour
 * was declined, for there is nothing to ask about; declined waves are kept as cancelled.
 */
export function followUpsOfIntention(values: IntentionValues, behaviours: readonly MapElement[], from: CountedFrom): PlannedFollowUp[] {
  if (values.outcome === 'exit' || !hasIntended(values.commitments.map(({ level }) => level))) return [];
  return planFollowUps({ ...from, occasions: occasionsOf(values.commitments, behaviours), permitted: permittedWaves(values) });
}

/** How often the occasion of each behaviour comes that the person means to do. */
export function occasionsOf(
  commitments: readonly Pick<CommitmentValues, 'behaviour' | 'level' | 'firstExpected'>[],
  behaviours: readonly MapElement[],
): Occasion[] {
  return commitments
    .filter(({ level }) => INTENDED.includes(level))
    .map(({ behaviour, firstExpected }) => {
      if (behaviour.kind === 'own') return occasionOfOwn(firstExpected);
      return behaviours.find(({ stableId }) => stableId === behaviour.stableId)?.occasion ?? 'weekly';
    });
}

function permittedWaves(values: Extract<IntentionValues, { outcome: 'stated' }>): readonly WaveCode[] {
  if (values.permission === 'yes') return WAVE_CODES;
  return values.permission === 'pick' ? values.waves : [];
}
