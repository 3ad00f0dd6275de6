import { join } from 'node:path';
import { defaults } from '../../config/defaults.js';
import type { CalendarNews } from '../demo/pages/site.js';
import { addActivity } from '../demo/platform/content-item-routes.js';
import { readKept, writeKept } from '../demo/platform/kept-state.js';
import { createDice } from '../demo/seed/dice.js';
import { COURSE, castOf, DINA, fillLms, LEA, personNamed } from '../demo/seed/people.js';
import { playHistory } from '../demo/seed/play.js';
import { createRobot } from '../demo/seed/robot.js';
import { type DemoLms, startDemoLms } from '../demo/start-demo-lms.js';
import { systemClock } from '../shared/clock.js';
import { compose, type Parts, type Services } from './compose.js';
import { createDemoCalendar, type DemoCalendar } from './demo-calendar.js';
import { type DemoPlace, demoConfig } from './demo-config.js';
import { createSeedTool, type DemoCourseInTool } from './demo-hands.js';
import type { Closing } from './shutdown.js';
import { createWorker, startWeb } from './start.js';

const NAMES_SEED = 7;
const WEEK_DAYS = 7;
/** Jobs that only matter while time runs. */
const NOT_IN_THE_PAST = ['recheck-connections', 'housekeeping'];

/** The demo, running. */
export interface Demo {
  /** The one address a visitor needs. */
  url: string;
  lms: DemoLms;
  services: Services;
  calendar: DemoCalendar;
  /** What to close, in this order. */
  closings: Closing[];
}

export interface DemoOptions extends DemoPlace {
  lmsPort: number;
  /** Play the seven months before today; without it the course only has its two activities. */
  plays: boolean;
  parts?: Pick<Parts, 'logger'>;
  say?: (text: string) => void;
}

/** Starts the tool, its worker and the demo LMS, connects them the way an administrator does, and plays the past. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const say = options.say ?? (() => undefined);
  const config = demoConfig(options);
  const kept = await readKept(options.folder);
  const calendar = createDemoCalendar(systemClock, defaults.timeZone, kept?.calendarOffsetMs);
  const services = await compose(config, { ...options.parts, clocks: { protocol: systemClock, calendar } });
  await services.migrator.up();
  await services.lti.toolKeys.ensure();
  const web = await startWeb(services);
  const worker = createWorker(services);
  const lms = await startDemoLms({
    port: options.lmsPort,
    host: 'localhost',
    clock: systemClock,
    calendar,
    timeZone: defaults.timeZone,
    ...(kept ? { state: kept.state, key: kept.key, serviceToken: kept.serviceToken } : {}),
    advance: (days) => advance(days),
    changed: () => keepSoon(),
  });
  const keep = (): Promise<void> =>
    writeKept(options.folder, {
      state: lms.platform.state,
      key: { kid: lms.platform.key.kid, pem: lms.platform.key.pem },
      serviceToken: lms.platform.serviceToken,
      calendarOffsetMs: calendar.offsetMs(),
    });
  const keepSoon = keptSoon(keep);
  let moving: Promise<unknown> = Promise.resolve();
  const advance = (days: number): Promise<CalendarNews> => {
    const move = moving.then(async () => {
      const news = await moveCalendar({ services, lms, calendar, runWorker: worker.runOnce }, days);
      await keep();
      return news;
    });
    moving = move.catch(() => undefined);
    return move;
  };
  if (!kept) {
    say('Connecting the tool and the demo LMS …');
    await connect(services, lms);
    if (options.plays) say('Playing seven months of history …');
    await fillCourse({ services, lms, calendar, runWorker: worker.runOnce }, options.plays);
    await keep();
  }
  showPath(lms);
  worker.start();
  return {
    url: lms.url,
    lms,
    services,
    calendar,
    closings: [
      { name: 'demo LMS', close: lms.close },
      { name: 'web', close: web.close },
      { name: 'worker', close: worker.stop },
      { name: 'kept state', close: keep },
      { name: 'database', close: services.database.close },
    ],
  };
}

/** Keeps the state a moment after the last change. */
function keptSoon(keep: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void keep().catch(() => undefined), 500);
    timer.unref();
  };
}

interface Stage {
  services: Services;
  lms: DemoLms;
  calendar: DemoCalendar;
  runWorker: () => Promise<void>;
}

/** Moves the calendar week by week, as time would, and lets the worker do what is due at each. Tells what came of it. */
async function moveCalendar({ services, lms, calendar, runWorker }: Stage, days: number): Promise<CalendarNews> {
  const messagesBefore = lms.platform.state.messages.length;
  const releasesBefore = await countReleases(services);
  for (let gone = 0; gone < days; gone += WEEK_DAYS) {
    calendar.setTo(calendar.noonAfter(Math.min(WEEK_DAYS, days - gone)));
    await runWorker();
  }
  return {
    days,
    messages: lms.platform.state.messages.length - messagesBefore,
    releases: (await countReleases(services)) - releasesBefore,
  };
}

async function countReleases({ deps }: Services): Promise<number> {
  const { read } = deps.data;
  const runs = await read.releases.listCountableRuns();
  const latest = await Promise.all(runs.map(({ runId }) => read.releases.findLatest(runId)));
  return latest.reduce((sum, release) => sum + (release?.number ?? 0), 0);
}

/** Registration by a registration link, then the web-service connection: what an administrator does once. */
async function connect(services: Services, lms: DemoLms): Promise<void> {
  fillLms(lms.platform, createDice(NAMES_SEED));
  const link = await services.lti.platforms.makeRegistrationLink({ platformId: null });
  await lms.register(link.url);
  const [platform] = await services.deps.data.read.platforms.listByIssuer(lms.url);
  if (!platform) throw new Error('the demo LMS is not registered');
  const outcome = await services.moodle.connect({ platformId: platform.id, siteUrl: lms.url, token: lms.platform.serviceToken });
  if (outcome.kind !== 'connected') throw new Error(`the demo LMS could not be connected: ${JSON.stringify(outcome)}`);
}

/** The designer chooses the map and places both activities; then the past is played. */
async function fillCourse(stage: Stage, plays: boolean): Promise<void> {
  const { services, lms, calendar, runWorker } = stage;
  const today = calendar.now();
  const designer = personNamed(lms.platform, DINA);
  await createRobot(lms.platform, { personId: designer.id, language: 'nl' }).open(
    `${lms.url}/mod/lti/contentitem.php?course=${COURSE.id}`,
    /deep-link/,
  );
  const place = await findCourse(services, lms, designer.id);
  const map = await services.web.maps.chooseTemplate({ courseId: place.courseId, personId: place.designerId, templateCode: 'A' });
  const custom = (view: string): Record<string, string> => ({ view, map: String(map.impactMapId) });
  const activities = {
    map: addActivity(lms.platform, COURSE.id, { title: 'Impactmap / Impact map', custom: custom('map') }),
    intention: addActivity(lms.platform, COURSE.id, {
      title: 'Mijn voornemen / My intention',
      custom: custom('intention'),
      lineItem: { scoreMaximum: 1, tag: 'intention' },
    }),
  };
  if (!plays) return;
  const tool = createSeedTool(services, place, () => workThrough(services));
  const setCalendar = (moment: Date): void => calendar.setTo(moment);
  await playHistory({ platform: lms.platform, tool, setCalendar, today, timeZone: defaults.timeZone, activities });
  calendar.setTo(systemClock.now());
  await runWorker();
}

/** The worker's jobs one after the other, without their leases: in the past nobody else works. */
async function workThrough({ worker }: Services): Promise<void> {
  const { signal } = new AbortController();
  for (const job of worker.jobs) if (!NOT_IN_THE_PAST.includes(job.name)) await job.run(signal);
}

async function findCourse(services: Services, lms: DemoLms, designerSub: string): Promise<DemoCourseInTool & { designerId: number }> {
  const { read } = services.deps.data;
  const [platform] = await read.platforms.listByIssuer(lms.url);
  const [course] = platform ? (await read.people.listCourses(platform.id)).filter(({ ltiContextId }) => ltiContextId === COURSE.id) : [];
  const designer = platform ? await read.people.findPersonBySub(platform.id, designerSub) : null;
  if (!platform || !course || !designer) throw new Error('the designer did not reach the tool');
  return { platformId: platform.id, courseId: course.id, designerId: designer.id };
}

function showPath({ platform, site }: DemoLms): void {
  const [map, intention] = ['map', 'intention'].map(
    (view) => platform.state.activities.find(({ courseId, custom }) => courseId === COURSE.id && custom['view'] === view)?.id ?? '',
  );
  site.path = {
    learnerId: personNamed(platform, LEA).id,
    designerId: personNamed(platform, DINA).id,
    courseId: COURSE.id,
    mapActivityId: map ?? '',
    intentionActivityId: intention ?? '',
  };
  site.cast = castOf(platform, { map: map ?? '', intention: intention ?? '' });
}

/** Where the demo keeps its things, below the folder it is started in. */
export const DEMO_FOLDER = join('data', 'demo');
