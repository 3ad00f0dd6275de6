import { askedCommitments } from '../../domain/follow-up/asked-commitments.js';
import type { Dependencies } from '../dependencies.js';
import type { Repositories } from '../ports/database.js';
import type { FollowUpInCourse } from '../ports/follow-ups.js';
import { type FollowedIntention, ownIntentionsIn } from './own-intentions.js';

/** A survey that the person can answer now. */
export interface OpenSurvey {
  followUp: FollowUpInCourse;
  courseTitle: string;
}

/** What "My plan" shows. */
export interface OwnPlan {
  now: Date;
  zone: string;
  course: { id: number; title: string };
  /** Whether the person completed the course and may state an intention. */
  hasCompleted: boolean;
  /** Newest first; usually one. */
  intentions: FollowedIntention[];
  /** Surveys open in this course, and in others of the same platform. */
  surveysHere: OpenSurvey[];
  surveysElsewhere: OpenSurvey[];
}

/** Reads a person's plan in a course, and what they may answer now, in any course. It writes nothing. */
export function createOpenPlan(deps: Dependencies) {
  return async ({ personId, courseId }: { personId: number; courseId: number }): Promise<OwnPlan> => {
    const { read } = deps.data;
    const now = deps.clocks.calendar.now();
    const course = await read.people.findCourse(courseId);
    const platform = course && (await read.platforms.find(course.platformId));
    const surveys = await openSurveysOf(read, personId, now);
    return {
      now,
      zone: platform?.timeZone ?? 'UTC',
      course: { id: courseId, title: course?.title ?? '' },
      hasCompleted: await hasCompleted(read, personId, courseId),
      intentions: await ownIntentionsIn(read, personId, courseId),
      surveysHere: surveys.filter(({ followUp }) => followUp.courseId === courseId),
      surveysElsewhere: surveys.filter(({ followUp }) => followUp.courseId !== courseId),
    };
  };
}

async function hasCompleted(read: Repositories, personId: number, courseId: number): Promise<boolean> {
  const current = (await read.intentions.listRuns(courseId)).find(({ isCurrent }) => isCurrent);
  const participation = current && (await read.intentions.findParticipation(current.id, personId));
  return Boolean(participation?.completedAt);
}

async function openSurveysOf(read: Repositories, personId: number, now: Date): Promise<OpenSurvey[]> {
  const surveys: OpenSurvey[] = [];
  for (const followUp of await read.followUps.listAnswerable(personId, now)) {
    const enrolment = await read.people.findEnrolment(personId, followUp.courseId);
    const { commitments, stoppedAt } = await read.intentions.getIntention(followUp.intentionId);
    const hasNothingToAsk = stoppedAt !== null || askedCommitments(commitments, followUp.instrument).length === 0;
    if (enrolment?.role !== 'learner' || hasNothingToAsk) continue;
    surveys.push({ followUp, courseTitle: (await read.people.findCourse(followUp.courseId))?.title ?? '' });
  }
  return surveys;
}
