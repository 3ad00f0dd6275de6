import type { PlacementView } from '../../domain/course/course.js';
import type { Dependencies } from '../dependencies.js';
import type { LearnerInCourse } from './find-place.js';
import { intentionState } from './open-intention.js';

/** Where a learner's launch leads now. */
export type WhatIsNext =
  | { kind: 'not-ready' }
  | { kind: 'follow-up'; followUpId: number }
  | { kind: 'intention' }
  | { kind: 'map' }
  | { kind: 'plan' };

export type WhatIsNextInput = LearnerInCourse & {
  /** What the activity shows; null when the launch does not say: then the placement tells. */
  view: PlacementView | null;
  placementId: number | null;
};

/**
 * Decides where a learner goes after a launch, and writes nothing: the survey that waits for them in this course, else their intention
 * when the course is finished, else what the activity shows.
 */
export function createFindWhatIsNext({
  data,
  clocks,
}: Pick<Dependencies, 'data' | 'clocks'>): (input: WhatIsNextInput) => Promise<WhatIsNext> {
  return async ({ view, placementId, ...learner }) => {
    const placement = view === null && placementId !== null ? await data.read.people.findPlacement(placementId) : null;
    const shown = view ?? (placement?.courseId === learner.courseId ? placement.view : 'map');
    const state = await intentionState(data.read, learner);
    if (state.kind === 'no-map' || shown === 'unset') return { kind: 'not-ready' };
    const answerable = await data.read.followUps.listAnswerable(learner.personId, clocks.calendar.now());
    const waiting = answerable.find(({ courseId }) => courseId === learner.courseId);
    if (waiting) return { kind: 'follow-up', followUpId: waiting.id };
    if (state.kind === 'open') return { kind: 'intention' };
    return { kind: shown === 'intention' && state.kind === 'sent' ? 'plan' : 'map' };
  };
}
