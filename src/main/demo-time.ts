import { defaults } from '../../config/defaults.js';
import type { CalendarNews } from '../demo/pages/site.js';
import { type CourseLife, createCourseLife } from '../demo/seed/course-life.js';
import type { DemoLms } from '../demo/start-demo-lms.js';
import { systemClock } from '../shared/clock.js';
import type { Scheduler } from '../worker/scheduler.js';
import type { Services } from './compose.js';
import type { DemoCalendar } from './demo-calendar.js';
import { activitiesOf, findDemoCourse } from './demo-course.js';
import { createSeedTool } from './demo-hands.js';

const WEEK_DAYS = 7;
/** Jobs that only matter while time runs. */
const NOT_IN_THE_PAST = ['recheck-connections', 'housekeeping'];

/** What time needs to pass. */
export interface TimeParts {
  services: Services;
  lms: DemoLms;
  calendar: DemoCalendar;
  worker: Scheduler;
}

/** The demo's time. */
export interface DemoTime {
  playPast(): Promise<void>;
  /** Moves the calendar to noon, some days later; tells what came of it. One move at a time. */
  advance(days: number): Promise<CalendarNews>;
}

/** Makes time pass: with `lives` the course goes on by itself meanwhile, else only the worker works. */
export async function createDemoTime(parts: TimeParts, { lives }: { lives: boolean }): Promise<DemoTime> {
  const { services, lms, calendar, worker } = parts;
  let isPast = false;
  const tool = createSeedTool(services, await findDemoCourse(services, lms), () => (isPast ? workThrough(services) : worker.runOnce()));
  const life = createCourseLife({
    platform: lms.platform,
    tool,
    setCalendar: calendar.setTo,
    timeZone: defaults.timeZone,
    activities: activitiesOf(lms),
  });
  let moving: Promise<unknown> = Promise.resolve();
  return {
    async playPast() {
      isPast = true;
      await life.playPast(calendar.now());
      isPast = false;
      calendar.setTo(systemClock.now());
      await worker.runOnce();
    },
    advance(days) {
      const move = moving.then(() => told(parts, days, () => pass(parts, lives ? life : null, days)));
      moving = move.catch(() => undefined);
      return move;
    },
  };
}

async function pass({ calendar, worker }: TimeParts, life: CourseLife | null, days: number): Promise<void> {
  if (life) return life.passTime(calendar.now(), calendar.noonAfter(days));
  for (let gone = 0; gone < days; gone += WEEK_DAYS) {
    calendar.setTo(calendar.noonAfter(Math.min(WEEK_DAYS, days - gone)));
    await worker.runOnce();
  }
}

async function told({ services, lms }: TimeParts, days: number, happens: () => Promise<void>): Promise<CalendarNews> {
  const messages = lms.platform.state.messages.length;
  const releases = await countReleases(services);
  await happens();
  return { days, messages: lms.platform.state.messages.length - messages, releases: (await countReleases(services)) - releases };
}

async function countReleases({ deps }: Services): Promise<number> {
  const { releases } = deps.data.read;
  const latest = await Promise.all((await releases.listCountableRuns()).map(({ runId }) => releases.findLatest(runId)));
  return latest.reduce((sum, release) => sum + (release?.number ?? 0), 0);
}

/** The worker's jobs one after the other, without their leases: in the past nobody else works. */
async function workThrough({ worker }: Services): Promise<void> {
  const { signal } = new AbortController();
  for (const job of worker.jobs) if (!NOT_IN_THE_PAST.includes(job.name)) await job.run(signal);
}
