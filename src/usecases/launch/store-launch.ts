import { LaunchRejected } from '../../lti/reasons.js';
import type { VerifiedLaunch } from '../../lti/verified-launch.js';
import { addMs, HOUR_MS } from '../../shared/dates.js';
import { sha256 } from '../../shared/secrets.js';
import { offerDueFollowUps } from '../follow-up/offer-due-follow-ups.js';
import { recordArrival } from '../intention/record-arrival.js';
import type { Repositories } from '../ports/database.js';
import type { PendingLaunch } from '../ports/launches.js';
import type { Platform } from '../ports/platforms.js';
import type { LaunchDependencies } from './launch-dependencies.js';

export interface LaunchToStore {
  pending: PendingLaunch;
  platform: Platform;
  launch: VerifiedLaunch;
  previousToken: string | null;
}

/** A stored launch: the new session's token, and where the person goes. */
export interface StoredLaunch {
  kind: 'platform' | 'deep-linking' | 'instructor' | 'learner';
  session: { token: string; maxAgeMs: number };
  courseId: number | null;
  view: 'map' | 'intention' | 'unset';
}

/** Purposes under which values of a session are sealed. */
export const SEALED = { name: 'session-name', deepLinking: 'deep-linking' } as const;

/**
 * Everything a good launch leaves behind, in one transaction: the pending launch used up by one guarded update (of twenty equal posts one
 * wins), deployment, person, course, enrolment, placement, a new session in place of the browser's old one, and what a learner's arrival
 * means. People, courses and links are keyed by the registration (security.md 0.9).
 */
export async function storeLaunch(deps: LaunchDependencies, input: LaunchToStore): Promise<StoredLaunch> {
  const { clocks, random, settings } = deps;
  const now = clocks.protocol.now();
  const token = random.token();
  const maxAgeMs = settings.sessionHours * HOUR_MS;
  return deps.data.write(async (repositories) => {
    if (!(await repositories.launches.consumePending(input.pending.id, now))) throw new LaunchRejected('state-used');
    const deploymentId = await saveDeployment(repositories, input, now);
    const { platform, launch } = input;
    if (platform.status === 'pending') await repositories.platforms.update(platform.id, { status: 'active' }, now);
    const person = await repositories.people.savePerson({ platformId: platform.id, sub: launch.sub, language: launch.language }, now);
    const place = await savePlace(repositories, { ...input, deploymentId, personId: person.id }, now);
    await replaceSession(repositories, input.previousToken, now);
    await repositories.launches.addSession({
      tokenHash: sha256(token),
      personId: person.id,
      platformId: platform.id,
      deploymentId,
      ...place,
      isAdministrator: launch.isAdministrator,
      nameSealed: launch.name === null ? null : deps.secrets.seal(SEALED.name, launch.name),
      language: launch.language,
      deepLinkingSealed: launch.deepLinking ? deps.secrets.seal(SEALED.deepLinking, JSON.stringify(launch.deepLinking)) : null,
      createdAt: now,
      expiresAt: addMs(now, maxAgeMs),
    });
    const view = await arrive(repositories, input, { ...place, personId: person.id }, clocks.calendar.now());
    return { kind: kindOf(launch), session: { token, maxAgeMs }, courseId: place.courseId, view };
  });
}

async function saveDeployment({ platforms }: Repositories, { platform, launch }: LaunchToStore, now: Date): Promise<number> {
  const known = await platforms.findDeployment(platform.id, launch.deploymentId);
  if (known) return known.id;
  if (platform.deploymentPolicy === 'listed') throw new LaunchRejected('deployment-unknown');
  return (await platforms.addDeployment(platform.id, launch.deploymentId, now)).id;
}

async function savePlace(
  { people }: Repositories,
  { platform, launch, deploymentId, personId }: LaunchToStore & { deploymentId: number; personId: number },
  now: Date,
): Promise<{ courseId: number | null; placementId: number | null }> {
  if (!launch.course) return { courseId: null, placementId: null };
  const { contextId, title, label, kind, endsAt } = launch.course;
  const { membershipsUrl, lineItemsUrl, lineItemUrl } = launch.services;
  const course = await people.saveCourse(
    { platformId: platform.id, ltiContextId: contextId, title, label, kind, membershipsUrl, lineItemsUrl, endsAt },
    now,
  );
  await people.saveEnrolment({ personId, courseId: course.id, role: launch.role }, now);
  if (launch.resourceLinkId === null) return { courseId: course.id, placementId: null };
  const placement = await people.savePlacement(
    { deploymentId, ltiResourceLinkId: launch.resourceLinkId, courseId: course.id, view: launch.custom.view, lineItemUrl },
    now,
  );
  return { courseId: course.id, placementId: placement.id };
}

/** At every launch the token is new, and the one the browser had is over (security.md A10, B8). */
async function replaceSession({ launches }: Repositories, previousToken: string | null, now: Date): Promise<void> {
  const previous = previousToken ? await launches.findSession(sha256(previousToken), now) : null;
  if (previous) await launches.revokeSession(previous.id, now);
}

async function arrive(
  repositories: Repositories,
  { platform, launch }: LaunchToStore,
  { personId, courseId, placementId }: { personId: number; courseId: number | null; placementId: number | null },
  calendarNow: Date,
): Promise<StoredLaunch['view']> {
  const placement = placementId === null ? null : await repositories.people.findPlacement(placementId);
  const view = placement?.view ?? 'unset';
  if (launch.role !== 'learner' || courseId === null || launch.course?.kind !== 'course') return view;
  await recordArrival(repositories, { personId, courseId, view, smallestGroup: platform.smallestGroup }, calendarNow);
  await offerDueFollowUps(repositories, { personId }, calendarNow);
  return view;
}

function kindOf(launch: VerifiedLaunch): StoredLaunch['kind'] {
  if (launch.deepLinking) return 'deep-linking';
  if (!launch.course) return 'platform';
  return launch.role === 'instructor' || launch.isAdministrator ? 'instructor' : 'learner';
}
