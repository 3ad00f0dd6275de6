import type { Course } from '../../domain/course/course.js';
import type { Dependencies } from '../dependencies.js';
import type { DeliveryState } from '../ports/deliveries.js';
import type { JobState } from '../ports/jobs.js';
import type { MoodleConnection, Platform } from '../ports/platforms.js';

/** What an administrator sees of the platform. Counts are of messages, never of people's answers (decisions.md 22). */
export interface PlatformOverview {
  platform: Platform;
  courses: Course[];
  connection: Pick<MoodleConnection, 'siteUrl' | 'state' | 'stopReason' | 'checkedAt'> | null;
  messages: Record<DeliveryState, number>;
  jobs: JobState[];
}

/** Opens the page of a platform; the caller has checked that the viewer administers it. */
export function createOpenPlatform({ data }: Dependencies) {
  return async ({ platformId }: { platformId: number }): Promise<PlatformOverview | null> => {
    const { platforms, people, deliveries, jobs } = data.read;
    const platform = await platforms.find(platformId);
    if (!platform) return null;
    const [courses, connection, messages, states] = await Promise.all([
      people.listCourses(platformId),
      platforms.findConnection(platformId),
      deliveries.countStates(platformId),
      jobs.list(),
    ]);
    return { platform, courses: courses.filter(({ kind }) => kind === 'course'), connection, messages, jobs: states };
  };
}
