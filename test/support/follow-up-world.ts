import { planFollowUps } from '../../src/domain/follow-up/plan-follow-ups.js';
import { WAVE_CODES, type WaveCode } from '../../src/domain/follow-up/wave.js';
import type { Occasion } from '../../src/domain/impact-map/stage.js';
import type { CommitmentState } from '../../src/domain/intention/intention.js';
import type { Commit } from '../../src/domain/survey/codes.js';
import { TOKEN_PURPOSE } from '../../src/usecases/follow-up/compose-message.js';
import type { FollowUpInCourse } from '../../src/usecases/ports/follow-ups.js';
import { addPlatform } from './platform-rows.js';
import type { TestServices } from './test-services.js';

/** A course with an intention activity, and the platform around it. */
export interface World {
  platformId: number;
  courseId: number;
  placementId: number;
  mapVersionId: number;
}

type Parts = Pick<TestServices, 'database' | 'calendarClock' | 'protocolClock' | 'deps'>;

let made = 0;

/** Makes a platform, connected unless told otherwise, and a course with a published map and an intention activity. */
export async function makeWorld(
  services: Parts,
  options: { isConnected?: boolean; title?: string; view?: 'intention' | 'map' | 'unset' } = {},
): Promise<World> {
  made += 1;
  const platform = await addPlatform(services, { clientId: `client-${made}`, issuer: 'https://lms.example' });
  const now = services.calendarClock.now();
  const world = await services.database.data.write(async (repositories) => {
    const deployment = await repositories.platforms.addDeployment(platform.id, '1', now);
    const course = await repositories.people.saveCourse(
      {
        platformId: platform.id,
        ltiContextId: `course-${made}`,
        title: options.title ?? 'Klantgericht adviseren',
        label: 'KLANT1',
        kind: 'course',
        membershipsUrl: null,
        lineItemsUrl: null,
        endsAt: null,
      },
      now,
    );
    const placement = await repositories.people.savePlacement(
      {
        deploymentId: deployment.id,
        ltiResourceLinkId: String(100 + made),
        courseId: course.id,
        view: options.view ?? 'intention',
        lineItemUrl: 'https://lms.example/mod/lti/services.php/2/lineitems/9/lineitem?type_id=1',
      },
      now,
    );
    const map = await repositories.impactMaps.addPublished(
      { courseId: course.id, templateCode: null, title: { en: 'Map', nl: 'Kaart' }, elements: [], links: [], publishedById: null },
      now,
    );
    return { platformId: platform.id, courseId: course.id, placementId: placement.id, mapVersionId: map.id };
  });
  if (options.isConnected !== false) await connect(services, world.platformId);
  return world;
}

/** Gives a platform a working connection. */
export function connect({ database, deps, protocolClock }: Parts, platformId: number): Promise<void> {
  return database.data.write(({ platforms }) =>
    platforms.saveConnection({
      platformId,
      siteUrl: 'https://lms.example',
      tokenSealed: deps.secrets.seal(TOKEN_PURPOSE, 'secret-token-of-the-service'),
      serviceUserId: '13',
      state: 'working',
      stopReason: null,
      checkedAt: protocolClock.now(),
    }),
  );
}

/** A learner with an intention. */
export interface Learner {
  personId: number;
  intentionId: number;
  sub: string;
}

/** Makes a learner who completed the course now and stated an intention, with its follow-ups planned. */
export async function makeLearner(
  { database, calendarClock }: Parts,
  world: World,
  options: {
    language?: 'en' | 'nl';
    commitments?: { level?: Commit; state?: CommitmentState }[];
    occasion?: Occasion;
    permitted?: readonly WaveCode[];
  } = {},
): Promise<Learner> {
  made += 1;
  const sub = String(1000 + made);
  const now = calendarClock.now();
  return database.data.write(async (repositories) => {
    const { people, intentions, followUps } = repositories;
    const person = await people.savePerson({ platformId: world.platformId, sub, language: options.language ?? 'en' }, now);
    await people.saveEnrolment({ personId: person.id, courseId: world.courseId, role: 'learner' }, now);
    const run = await intentions.ensureCurrentRun(world.courseId, 5, now);
    const participation = await intentions.ensureParticipation(run.id, person.id, now);
    await intentions.markCompleted(participation.id, now, 'launch');
    const intention = await intentions.addIntention({
      participationId: participation.id,
      mapVersionId: world.mapVersionId,
      outcome: 'stated',
      submittedAt: now,
      language: options.language ?? 'en',
      missingText: null,
      exitText: null,
      exitReasons: [],
      followUpPermission: 'yes',
      commitments: (options.commitments ?? [{}]).map(({ level, state }, index) => ({
        priority: index + 1,
        elementStableId: `behaviour-${index + 1}`,
        ownText: null,
        closestStableId: null,
        then0: 'FQ1',
        level: level ?? 'CM2',
        planAsked: true,
        firstExpected: 'FI1',
        confidence: 'CF2',
        obstacles: [],
        copingText: null,
        state: state ?? 'active',
        plan: { when: 'a customer calls', then: 'I ask what the goal is' },
      })),
    });
    if (!intention) throw new Error('the learner has an intention already');
    const plan = {
      completedAt: now,
      zone: 'Europe/Brussels',
      occasions: [options.occasion ?? 'weekly'],
      permitted: options.permitted ?? WAVE_CODES,
    };
    await followUps.add(intention.id, planFollowUps(plan));
    return { personId: person.id, intentionId: intention.id, sub };
  });
}

/** The follow-up of a wave, as it stands now. */
export async function followUpOf({ database }: Pick<Parts, 'database'>, learner: Learner, wave: WaveCode): Promise<FollowUpInCourse> {
  const { followUps } = database.data.read;
  const found = (await followUps.listOfIntention(learner.intentionId)).find((followUp) => followUp.wave === wave);
  const full = found && (await followUps.find(found.id));
  if (!full) throw new Error(`no ${wave}`);
  return full;
}
