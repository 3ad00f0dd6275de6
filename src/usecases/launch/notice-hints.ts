import type { VerifiedLaunch } from '../../lti/verified-launch.js';
import type { Platform } from '../ports/platforms.js';
import type { LaunchDependencies } from './launch-dependencies.js';

/**
 * Notes in the log what a launch brought that is not obeyed: a map id of another course (a teacher can edit it, or the activity was
 * copied), and service addresses on a host that is not the platform's (security.md T26).
 */
export async function noticeHints(
  { data, logger }: LaunchDependencies,
  platform: Platform,
  launch: VerifiedLaunch,
  { courseId }: { courseId: number | null },
): Promise<void> {
  const about = { platformId: platform.id, courseId };
  if (launch.foreignServices.length > 0) logger.warn({ ...about, services: launch.foreignServices }, 'service-on-another-host');
  if (launch.custom.map === null || courseId === null) return;
  const own = await data.read.impactMaps.findPublished(courseId);
  if (String(own?.impactMapId) !== launch.custom.map) logger.warn(about, 'map-of-another-course');
}
