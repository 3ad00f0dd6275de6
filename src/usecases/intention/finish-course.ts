import type { Dependencies } from '../dependencies.js';
import { findPlace, type LearnerInCourse } from './find-place.js';
import { hasIntentionActivity } from './open-intention.js';

/** `by-activity`: the course has an intention activity, whose first launch tells it. */
export type FinishResult = { kind: 'finished' } | { kind: 'by-activity' } | { kind: 'not-ready' };

/** "I have finished the course": the completion moment where only the map activity is placed (decisions.md 6). The first time counts. */
export function createFinishCourse({
  data,
  clocks,
}: Pick<Dependencies, 'data' | 'clocks'>): (learner: LearnerInCourse) => Promise<FinishResult> {
  return (learner) =>
    data.write(async (repositories): Promise<FinishResult> => {
      const found = await findPlace(repositories, learner);
      if (found.kind !== 'place') return { kind: 'not-ready' };
      const { participation } = found.place;
      if (participation.completedAt) return { kind: 'finished' };
      if (await hasIntentionActivity(repositories, learner.courseId)) return { kind: 'by-activity' };
      await repositories.intentions.markCompleted(participation.id, clocks.calendar.now(), 'learner');
      return { kind: 'finished' };
    });
}
