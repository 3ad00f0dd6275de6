import type { PlacementView } from '../../domain/course/course.js';
import type { Repositories } from '../ports/database.js';

/** Who arrived by a launch, where, and through which activity. */
export interface Arrival {
  personId: number;
  courseId: number;
  view: PlacementView;
  /** The platform's threshold, frozen in the run when it is made. */
  smallestGroup: number;
}

/**
 * What a learner's launch leaves behind: the course's run and the learner's participation in it, and, at the first launch of the
 * intention activity, the completion moment (decisions.md 5, 6). Whoever was ever an instructor there gets none (decisions.md 26).
 * Runs inside the launch's own unit of work.
 */
export async function recordArrival(repositories: Repositories, arrival: Arrival, calendarNow: Date): Promise<void> {
  const { personId, courseId, view, smallestGroup } = arrival;
  const enrolment = await repositories.people.findEnrolment(personId, courseId);
  if (enrolment?.wasInstructor) return;
  const run = await repositories.intentions.ensureCurrentRun(courseId, smallestGroup, calendarNow);
  const participation = await repositories.intentions.ensureParticipation(run.id, personId, calendarNow);
  if (view === 'intention') await repositories.intentions.markCompleted(participation.id, calendarNow, 'launch');
}
