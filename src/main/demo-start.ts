import { join } from 'node:path';
import { defaults } from '../../config/defaults.js';
import { readKept, writeKept } from '../demo/platform/kept-state.js';
import { type DemoLms, startDemoLms } from '../demo/start-demo-lms.js';
import { systemClock } from '../shared/clock.js';
import { compose, type Parts, type Services } from './compose.js';
import { createDemoCalendar, type DemoCalendar } from './demo-calendar.js';
import { type DemoPlace, demoConfig } from './demo-config.js';
import { connectLms, placeActivities, showPath } from './demo-course.js';
import { createDemoTime } from './demo-time.js';
import type { Closing } from './shutdown.js';
import { createWorker, startWeb } from './start.js';

/** Where the demo keeps its things, below the folder it is started in. */
export const DEMO_FOLDER = join('data', 'demo');

/** How long ago the course and its map were made. */
const COURSE_AGE_DAYS = 225;

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
  /** Play the seven months before today, and let the course go on; without it the course only has its two activities. */
  plays: boolean;
  parts?: Pick<Parts, 'logger'>;
  say?: (text: string) => void;
}

/** Starts the tool, its worker and the demo LMS, connects them the way an administrator does, and plays the past. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { folder, lmsPort, plays, say = () => undefined } = options;
  const config = demoConfig(options);
  const kept = await readKept(folder);
  const calendar = createDemoCalendar(systemClock, defaults.timeZone, kept?.calendarOffsetMs);
  const services = await compose(config, { ...options.parts, clocks: { protocol: systemClock, calendar } });
  await services.migrator.up();
  await services.lti.toolKeys.ensure();
  const web = await startWeb(services);
  const worker = createWorker(services);
  const lms = await startDemoLms({
    ...{ port: lmsPort, host: 'localhost', clock: systemClock, calendar, timeZone: defaults.timeZone },
    ...(kept ? { state: kept.state, key: kept.key, serviceToken: kept.serviceToken } : {}),
    changed: () => keepSoon(),
  });
  const keep = (): Promise<void> => {
    const { state, key, serviceToken } = lms.platform;
    return writeKept(folder, { state, key: { kid: key.kid, pem: key.pem }, serviceToken, calendarOffsetMs: calendar.offsetMs() });
  };
  const keepSoon = soon(keep);
  if (!kept) {
    say('Connecting the tool and the demo LMS …');
    await connectLms(services, lms);
    if (plays) calendar.setTo(calendar.noonAfter(-COURSE_AGE_DAYS));
    await placeActivities(services, lms);
    calendar.setTo(systemClock.now());
  }
  const time = await createDemoTime({ services, lms, calendar, worker }, { lives: plays });
  if (!kept && plays) {
    say('Playing seven months of history …');
    await time.playPast();
  }
  await keep();
  lms.site.advance = async (days) => {
    const news = await time.advance(days);
    await keep();
    return news;
  };
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

/** Does something a moment after the last time it was asked for. */
function soon(work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void work().catch(() => undefined), 500);
    timer.unref();
  };
}
