import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import type { Request, Response } from 'express';
import { formatDay } from '../../shared/dates.js';
import { findPerson } from '../platform/platform.js';
import { sessionOf } from '../platform/session.js';
import { roleIn } from '../platform/state.js';
import { CALENDAR_STEPS, type CalendarNews, type DemoSite } from './site.js';
import { words } from './words.js';

const news = new WeakMap<object, CalendarNews>();

/** Remembers what came of the calendar's last move, to be told once on the next page of this visitor. */
export function tellNews(session: object, told: CalendarNews): void {
  news.set(session, told);
}

/** Where the demo's templates stand; the same from source and from the build. */
export function demoViewsFolder(): string {
  const here = fileURLToPath(import.meta.url);
  const mark = here.includes('/dist/src/demo/') ? '/dist/src/demo/' : '/src/demo/';
  return `${here.slice(0, here.lastIndexOf(mark))}/views/demo`;
}

/** Renders a page of the demo LMS inside its frame of header, calendar and news. */
export async function renderDemoPage(
  site: DemoSite,
  req: Request,
  res: Response,
  view: string,
  page: { title: string } & Record<string, unknown>,
): Promise<void> {
  const { platform } = site;
  const session = sessionOf(platform, req, res);
  const w = words[session.language];
  const person = findPerson(platform, session.personId);
  const shared = { w, language: session.language, sesskey: session.sesskey, back: req.originalUrl };
  const body = await ejs.renderFile(`${demoViewsFolder()}/${view}.ejs`, { ...shared, ...page }, { cache: true });
  const told = news.get(session);
  news.delete(session);
  const html = await ejs.renderFile(
    `${demoViewsFolder()}/layout.ejs`,
    {
      ...shared,
      body,
      title: page.title,
      isWide: view === 'activity' || view === 'chooser',
      today: w.calendar.today(formatDay(platform.calendar.now(), site.timeZone, session.language)),
      steps: CALENDAR_STEPS.map((days) => ({ days, text: w.calendar.later[days] })),
      news: told ? newsOf(site, told, session.language) : null,
      who: person ? w.signedInAs(`${person.givenName} ${person.familyName}`) : w.signedOut,
      nav: navOf(site, req, session.personId, w),
    },
    { cache: true },
  );
  res.type('html').send(html);
}

function newsOf(site: DemoSite, told: CalendarNews, language: 'en' | 'nl'): { head: string; lines: string[]; inbox: string | null } {
  const w = words[language];
  const learner = findPerson(site.platform, site.path?.learnerId ?? null);
  const unread = site.platform.state.messages.filter((message) => message.toPersonId === learner?.id && !message.isRead).length;
  return {
    head: w.calendar.later[told.days] ?? '',
    lines: [w.calendar.messages(told.messages), w.calendar.releases(told.releases)],
    inbox: learner && unread > 0 ? w.calendar.inboxOf(learner.givenName, unread) : null,
  };
}

function navOf(
  site: DemoSite,
  req: Request,
  personId: string | null,
  w: (typeof words)['en'],
): { url: string; text: string; isCurrent: boolean }[] {
  const { state } = site.platform;
  const person = findPerson(site.platform, personId);
  const items = [{ url: '/', text: w.nav.start }];
  for (const course of state.courses) {
    const role = person ? roleIn(state, person, course.id) : null;
    if (!role) continue;
    items.push({ url: `/course/view.php?id=${course.id}`, text: course.shortName });
    if (role === 'teacher' && state.lineItems.some((item) => item.courseId === course.id)) {
      items.push({ url: `/grade/report.php?id=${course.id}`, text: `${w.nav.grades} ${course.shortName}` });
    }
  }
  if (person && !person.isAdministrator && state.enrolments.some((one) => one.personId === person.id && one.role === 'learner')) {
    const unread = state.messages.filter((message) => message.toPersonId === person.id && !message.isRead).length;
    items.push({ url: '/message/index.php', text: unread > 0 ? `${w.nav.inbox} (${unread})` : w.nav.inbox });
  }
  return items.map((item) => ({ ...item, isCurrent: item.url === req.originalUrl }));
}
