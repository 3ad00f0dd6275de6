import type { FollowUpReason, FollowUpState, Reach } from '../../src/domain/follow-up/follow-up.js';
import { WAVES, type WaveCode } from '../../src/domain/follow-up/wave.js';
import { TEMPLATES } from '../../src/domain/impact-map/templates/index.js';
import type { Commit, Freq } from '../../src/domain/survey/codes.js';
import { addMs, DAY_MS } from '../../src/shared/dates.js';
import type { NewAnswer } from '../../src/usecases/ports/follow-ups.js';
import type { TestServices } from './test-services.js';

/** What one learner answered in one wave; statuses and occasions stand in the order of the commitments, `null` for not asked. */
export interface WaveSpec {
  statuses?: (string | null)[];
  occasions?: (string | null)[];
  help?: string[];
  hinder?: string[];
  isLate?: boolean;
  isCarried?: boolean;
  /** How it stands when nothing was answered. */
  state?: FollowUpState;
  reason?: FollowUpReason;
  reach?: Reach;
}

export interface CommitmentSpec {
  /** Null: an own behaviour. */
  element: string | null;
  level?: Commit;
  then0?: Freq;
  plan?: { when: string; then: string };
}

/** One learner of a course run; every part has a plain default. */
export interface LearnerSpec {
  completedAt?: Date | null;
  outcome?: 'stated' | 'exit' | null;
  commitments?: CommitmentSpec[];
  waves?: Partial<Record<WaveCode, WaveSpec>>;
  wasInstructor?: boolean;
}

/** A course with a published map and a run, and a way to fill it with learners through the repositories. */
export interface ReportWorld {
  platformId: number;
  courseId: number;
  runId: number;
  mapVersionId: number;
  addLearner(spec?: LearnerSpec): Promise<{ personId: number; participationId: number }>;
  addLearners(count: number, spec?: LearnerSpec): Promise<{ personId: number; participationId: number }[]>;
  /** Sends the answer of one wave for a learner added before, whose follow-up is open or late. */
  answer(participationId: number, wave: WaveCode, spec: WaveSpec): Promise<void>;
}

let serial = 0;

/** Makes such a course; `course` puts it on a course that is there (e.g. of a signed-in person). */
export async function makeReportWorld(services: TestServices, course?: { platformId: number; courseId: number }): Promise<ReportWorld> {
  const { data } = services.deps;
  const now = services.calendarClock.now();
  const place = course ?? (await makeCourse(services));
  const template = TEMPLATES[0]!;
  const { elements, links, title, code: templateCode } = template;
  const map =
    (await data.read.impactMaps.findPublished(place.courseId)) ??
    (await data.write(({ impactMaps }) =>
      impactMaps.addPublished({ courseId: place.courseId, templateCode, title, elements, links, publishedById: null }, now),
    ));
  const run = await data.write(({ intentions }) => intentions.ensureCurrentRun(place.courseId, 5, now));
  const scene = { services, ...place, runId: run.id, mapVersionId: map.id };
  const addLearner = (spec: LearnerSpec = {}) => addOne(scene, spec);
  return {
    ...place,
    runId: run.id,
    mapVersionId: map.id,
    addLearner,
    async addLearners(count, spec) {
      const people = [];
      for (let index = 0; index < count; index += 1) people.push(await addLearner(spec));
      return people;
    },
    answer: (participationId, wave, spec) => answerWave(services, participationId, wave, spec),
  };
}

interface Scene {
  services: TestServices;
  platformId: number;
  courseId: number;
  runId: number;
  mapVersionId: number;
}

async function makeCourse(services: TestServices): Promise<{ platformId: number; courseId: number }> {
  const now = services.calendarClock.now();
  serial += 1;
  return services.deps.data.write(async ({ platforms, people }) => {
    const platform = await platforms.add(
      {
        name: 'A platform',
        issuer: `https://lms-${serial}.example`,
        clientId: `client-${serial}`,
        authorizationEndpoint: 'https://lms.example/auth',
        tokenEndpoint: 'https://lms.example/token',
        jwksUri: 'https://lms.example/certs',
        status: 'active',
        deploymentPolicy: 'open',
        timeZone: 'Europe/Brussels',
        smallestGroup: 5,
      },
      now,
    );
    const course = await people.saveCourse(
      {
        platformId: platform.id,
        ltiContextId: `course-${serial}`,
        title: 'Customer-focused advice',
        label: 'ADV',
        kind: 'course',
        membershipsUrl: null,
        lineItemsUrl: null,
        endsAt: null,
      },
      now,
    );
    return { platformId: platform.id, courseId: course.id };
  });
}

async function addOne(scene: Scene, spec: LearnerSpec): Promise<{ personId: number; participationId: number }> {
  const { services, platformId, courseId, runId, mapVersionId } = scene;
  const now = services.calendarClock.now();
  serial += 1;
  const completedAt = spec.completedAt === undefined ? addMs(now, -100 * DAY_MS) : spec.completedAt;
  const outcome = spec.outcome === undefined ? (completedAt ? 'stated' : null) : spec.outcome;
  const commitments = spec.commitments ?? [{ element: 'B1' }];
  const learner = await services.deps.data.write(async ({ people, intentions, followUps }) => {
    const person = await people.savePerson({ platformId, sub: `learner-${serial}`, language: 'nl' }, now);
    if (spec.wasInstructor) await people.saveEnrolment({ personId: person.id, courseId, role: 'instructor' }, now);
    await people.saveEnrolment({ personId: person.id, courseId, role: 'learner' }, now);
    const participation = await intentions.ensureParticipation(runId, person.id, now);
    if (completedAt) await intentions.markCompleted(participation.id, completedAt, 'launch');
    if (!outcome || !completedAt) return { personId: person.id, participationId: participation.id };
    const intention = await intentions.addIntention({
      participationId: participation.id,
      mapVersionId,
      outcome,
      submittedAt: completedAt,
      language: 'nl',
      missingText: null,
      exitText: null,
      exitReasons: outcome === 'exit' ? ['F06_RELEVANCE'] : [],
      followUpPermission: outcome === 'exit' ? null : 'yes',
      commitments: outcome === 'exit' ? [] : commitments.map((commitment, index) => commitmentRow(commitment, index)),
    });
    if (!intention) throw new Error('stated twice');
    if (outcome === 'stated') await followUps.add(intention.id, plannedWaves(spec, completedAt, now));
    return { personId: person.id, participationId: participation.id };
  });
  for (const [wave, answered] of Object.entries(spec.waves ?? {})) {
    if (answered.statuses) await answerWave(services, learner.participationId, wave as WaveCode, answered);
  }
  return learner;
}

function commitmentRow(spec: CommitmentSpec, index: number) {
  const level = spec.level ?? 'CM2';
  return {
    priority: index + 1,
    elementStableId: spec.element,
    ownText: spec.element === null ? 'Something of my own' : null,
    closestStableId: null,
    then0: spec.then0 ?? ('FQ1' as const),
    level,
    planAsked: index === 0 && ['CM1', 'CM2', 'CM3'].includes(level),
    firstExpected: null,
    confidence: null,
    obstacles: [],
    copingText: null,
    state: 'active' as const,
    plan: spec.plan ?? null,
  };
}

function plannedWaves(spec: LearnerSpec, completedAt: Date, now: Date) {
  return WAVES.map(({ code, instrument, offsetDays, windowDays }) => {
    const dueAt = addMs(completedAt, offsetDays * DAY_MS);
    const wave = spec.waves?.[code];
    const isDue = dueAt <= now;
    const state: FollowUpState = wave?.statuses ? 'open' : (wave?.state ?? (isDue ? 'open' : 'planned'));
    return {
      wave: code,
      instrument,
      dueAt,
      windowDays,
      lapsesAt: addMs(dueAt, 60 * DAY_MS),
      openedAt: state === 'open' ? dueAt : null,
      closesAt: state === 'open' ? addMs(dueAt, windowDays * DAY_MS) : null,
      state,
      reach: wave?.reach ?? (isDue ? ('asked' as const) : ('waiting' as const)),
      reason: wave?.reason ?? null,
      answeredAt: null,
    };
  });
}

async function answerWave(services: TestServices, participationId: number, wave: WaveCode, spec: WaveSpec): Promise<void> {
  await services.deps.data.write(async ({ intentions, followUps }) => {
    const intention = await intentions.findIntention(participationId);
    const followUp = (await followUps.listOfIntention(intention!.id)).find((one) => one.wave === wave);
    const isCheck = wave === 'W1';
    const days = spec.isLate ? followUp!.windowDays + 3 : 2;
    const submittedAt = new Date(Math.min(services.calendarClock.now().getTime(), followUp!.dueAt.getTime() + days * DAY_MS));
    const isCarried = spec.isCarried ?? false;
    const row = (commitmentId: number | null, item: string, code: string): NewAnswer => ({
      commitmentId,
      elementStableId: null,
      item,
      code,
      text: null,
      isCarried,
    });
    const commitments = intention!.commitments;
    const answers = [
      ...(spec.statuses ?? []).flatMap((code, index) => (code ? [row(commitments[index]!.id, isCheck ? 'CHK02' : 'FUP02', code)] : [])),
      ...(spec.occasions ?? []).flatMap((code, index) => (code ? [row(commitments[index]!.id, isCheck ? 'CHK01' : 'FUP01', code)] : [])),
      ...(spec.help ?? []).map((code) => row(null, 'FUP06', code)),
      ...(spec.hinder ?? []).map((code) => row(isCheck ? commitments[0]!.id : null, isCheck ? 'CHK03' : 'FUP07', code)),
    ];
    const isAnswered = await followUps.answer({
      followUpId: followUp!.id,
      submittedAt,
      language: 'nl',
      isLate: spec.isLate ?? false,
      isCarried,
      answers,
    });
    if (!isAnswered) throw new Error(`wave ${wave} could not be answered`);
  });
}
