import type { MapVersion } from '../../domain/impact-map/impact-map.js';
import type { CountedFrom } from '../../domain/intention/follow-ups-of-intention.js';
import type { Participation, Run } from '../../domain/intention/intention.js';
import type { Repositories } from '../ports/database.js';

/** A learner in a course. */
export interface LearnerInCourse {
  personId: number;
  courseId: number;
}

/** Where a learner's intention belongs: the course's map, the run and the participation. */
export interface Place {
  map: MapVersion;
  run: Run;
  participation: Participation;
  /** IANA time zone of the platform. */
  zone: string;
}

export type PlaceResult = { kind: 'place'; place: Place } | { kind: 'no-map' } | { kind: 'not-counted' };

/** Finds where a learner's intention belongs; nothing for a course without a map, or for who has no participation (decisions.md 26). */
export async function findPlace(repositories: Repositories, { personId, courseId }: LearnerInCourse): Promise<PlaceResult> {
  const map = await repositories.impactMaps.findPublished(courseId);
  if (!map) return { kind: 'no-map' };
  const enrolment = await repositories.people.findEnrolment(personId, courseId);
  const run = (await repositories.intentions.listRuns(courseId)).find(({ isCurrent }) => isCurrent);
  const participation = run ? await repositories.intentions.findParticipation(run.id, personId) : null;
  if (!run || !participation || enrolment?.wasInstructor) return { kind: 'not-counted' };
  return { kind: 'place', place: { map, run, participation, zone: await zoneOf(repositories, courseId) } };
}

/** The time zone of the platform that a course belongs to. */
export async function zoneOf(repositories: Repositories, courseId: number): Promise<string> {
  const course = await repositories.people.findCourse(courseId);
  const platform = course ? await repositories.platforms.find(course.platformId) : null;
  return platform?.timeZone ?? 'Europe/Brussels';
}

/** The name of the draft of an intention (decisions.md 12). */
export function intentionForm(run: Pick<Run, 'id'>): string {
  return `intention:${run.id}`;
}

/** From when and where the waves of a participation are counted; null before completion. */
export function countedFrom({ participation, zone }: Place): CountedFrom | null {
  return participation.completedAt && { completedAt: participation.completedAt, zone };
}
