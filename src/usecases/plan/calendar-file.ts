import { askedCommitments } from '../../domain/follow-up/asked-commitments.js';
import { occasionOfOwn } from '../../domain/follow-up/plan-follow-ups.js';
import type { WaveCode } from '../../domain/follow-up/wave.js';
import type { Plan } from '../../domain/intention/intention.js';
import { type OccasionReminder, occasionReminder } from '../../domain/intention/occasion-reminders.js';
import { NotFound } from '../../shared/errors.js';
import type { Language } from '../../shared/language.js';
import type { Dependencies } from '../dependencies.js';
import type { Repositories } from '../ports/database.js';
import { ownIntentionsIn } from './own-intentions.js';

/** What goes into the person's own calendar, before it is put into words. */
export interface CalendarEntries {
  zone: string;
  courseTitle: string;
  /** Where a follow-up is answered: the course's activity in the LMS, or null when there is none to open. */
  activityUrl: string | null;
  plans: { commitmentId: number; plan: Plan; language: Language; reminder: OccasionReminder }[];
  questions: { followUpId: number; wave: WaveCode; dueAt: Date }[];
}

/** Collects the coming occasions of a person's plans and the coming questions in a course. It writes nothing. */
export function createCalendarFile(deps: Dependencies) {
  return async ({ personId, courseId }: { personId: number; courseId: number }): Promise<CalendarEntries> => {
    const { read } = deps.data;
    const now = deps.clocks.calendar.now();
    const course = await read.people.findCourse(courseId);
    const platform = course && (await read.platforms.find(course.platformId));
    if (!course || !platform) throw new NotFound('course');
    const intentions = await ownIntentionsIn(read, personId, courseId);
    return {
      zone: platform.timeZone,
      courseTitle: course.title,
      activityUrl: await activityUrlOf(read, platform.issuer, courseId),
      plans: intentions.flatMap((intention) =>
        intention.commitments.flatMap((commitment) => {
          const plan = commitment.plans[0];
          if (!plan || !['active', 'adjusted'].includes(commitment.state)) return [];
          const occasion = commitment.element?.occasion ?? occasionOfOwn(commitment.firstExpected);
          const reminder = occasionReminder({ statedAt: plan.createdAt, firstExpected: commitment.firstExpected, occasion }, now);
          return [{ commitmentId: commitment.id, plan, language: intention.language, reminder }];
        }),
      ),
      questions: intentions.flatMap(({ followUps, commitments }) =>
        followUps
          .filter(({ state, dueAt, instrument }) => {
            return state === 'planned' && dueAt > now && askedCommitments(commitments, instrument).length > 0;
          })
          .map(({ id, wave, dueAt }) => ({ followUpId: id, wave, dueAt })),
      ),
    };
  };
}

async function activityUrlOf(read: Repositories, issuer: string, courseId: number): Promise<string | null> {
  const placementId = await read.deliveries.findPlacementToLink(courseId);
  const placement = placementId === null ? null : await read.people.findPlacement(placementId);
  return placement && `${issuer.replace(/\/+$/, '')}/mod/lti/view.php?l=${encodeURIComponent(placement.ltiResourceLinkId)}`;
}
