import { type Request, type Response, Router } from 'express';
import { formatDay } from '../../shared/dates.js';
import { type DemoPlatform, findActivity, findPerson } from '../platform/platform.js';
import { PageRefusal } from '../platform/refusals.js';
import { sessionOf } from '../platform/session.js';
import { createDemoActions } from './actions.js';
import { frontPage } from './front-page.js';
import { messagePieces } from './message-pieces.js';
import { renderDemoPage } from './render.js';
import type { DemoSite } from './site.js';
import { visitorIn } from './visitor.js';
import { words } from './words.js';

/** The pages people see in the demo LMS. */
export function createDemoPages(site: DemoSite): Router {
  const router = Router();
  const { platform } = site;
  router.get('/', (req, res) => renderDemoPage(site, req, res, 'front', frontPage(site, sessionOf(platform, req, res).language)));
  router.get('/course/view.php', (req, res) => showCourse(site, req, res));
  router.get('/course/modedit.php', (req, res) => showChooser(site, req, res));
  router.get('/mod/lti/view.php', (req, res) => showActivity(site, req, res));
  router.get('/mod/lti/return.php', (req, res) =>
    res.redirect(303, `/course/view.php?id=${encodeURIComponent(String(req.query['course'] ?? ''))}`),
  );
  router.get('/message/index.php', (req, res) => showInbox(site, req, res));
  router.get('/grade/report.php', (req, res) => showGrades(site, req, res));
  router.use(createDemoActions(site));
  return router;
}

function showCourse(site: DemoSite, req: Request, res: Response): Promise<void> {
  const { course, role } = visitorIn(site.platform, req, res, String(req.query['id'] ?? ''));
  const { language } = sessionOf(site.platform, req, res);
  const activities = site.platform.state.activities.filter((activity) => activity.courseId === course.id);
  return renderDemoPage(site, req, res, 'course', {
    title: course.title,
    lessons: course.lessons.map((lesson) => lesson[language]),
    activities: activities.map((activity) => ({ url: `/mod/lti/view.php?l=${activity.id}`, title: activity.title, text: activity.text })),
    addUrl: role === 'teacher' ? `/course/modedit.php?course=${course.id}` : null,
  });
}

function showChooser(site: DemoSite, req: Request, res: Response): Promise<void> {
  const { course } = visitorIn(site.platform, req, res, String(req.query['course'] ?? ''), 'teacher');
  const w = words[sessionOf(site.platform, req, res).language];
  return renderDemoPage(site, req, res, 'chooser', {
    title: w.chooser.heading,
    frameUrl: `/mod/lti/contentitem.php?course=${course.id}`,
    courseId: course.id,
    courseUrl: `/course/view.php?id=${course.id}`,
  });
}

function showActivity(site: DemoSite, req: Request, res: Response): Promise<void> | void {
  const { platform } = site;
  const activity = findActivity(platform, String(req.query['l'] ?? ''));
  // As an LMS asks to sign in first and returns: here the visitor chooses who to be.
  if (activity && !findPerson(platform, sessionOf(platform, req, res).personId)) return res.redirect(303, '/');
  const { course } = visitorIn(platform, req, res, activity?.courseId ?? '');
  return renderDemoPage(site, req, res, 'activity', {
    title: activity?.title ?? '',
    courseTitle: course.title,
    courseUrl: `/course/view.php?id=${course.id}`,
    frameUrl: `/mod/lti/launch.php?l=${activity?.id}`,
    frameAllow: `microphone ${toolOrigin(platform)}; camera ${toolOrigin(platform)}; autoplay ${toolOrigin(platform)}`,
  });
}

function toolOrigin(platform: DemoPlatform): string {
  return platform.state.tool ? new URL(platform.state.tool.targetLinkUri).origin : "'none'";
}

function showInbox(site: DemoSite, req: Request, res: Response): Promise<void> {
  const { platform } = site;
  const session = sessionOf(platform, req, res);
  if (!findPerson(platform, session.personId)) throw new PageRefusal('choose on the start page who you are');
  const w = words[session.language];
  const mine = platform.state.messages.filter((message) => message.toPersonId === session.personId);
  const messages = mine
    .map((message) => ({
      date: formatDay(new Date(message.calendarTime), site.timeZone, session.language),
      isNew: !message.isRead,
      pieces: messagePieces(message.html),
    }))
    .reverse();
  for (const message of mine) message.isRead = true;
  return renderDemoPage(site, req, res, 'inbox', { title: w.inbox.heading, messages });
}

function showGrades(site: DemoSite, req: Request, res: Response): Promise<void> {
  const { state } = site.platform;
  const { course } = visitorIn(site.platform, req, res, String(req.query['id'] ?? ''), 'teacher');
  const w = words[sessionOf(site.platform, req, res).language];
  const columns = state.lineItems.filter((item) => item.courseId === course.id);
  const scoreOf = (personId: string, lineItemId: string): string => {
    const score = state.scores.find((one) => one.personId === personId && one.lineItemId === lineItemId);
    return score?.scoreGiven === null || score === undefined ? w.grades.notGraded : `${score.scoreGiven} / ${score.scoreMaximum}`;
  };
  const learners = state.enrolments.filter((one) => one.courseId === course.id && one.role === 'learner' && !one.isSuspended);
  const rows = learners.flatMap(({ personId }) => {
    const person = findPerson(site.platform, personId);
    if (!person) return [];
    return [{ name: `${person.givenName} ${person.familyName}`, scores: columns.map((column) => scoreOf(personId, column.id)) }];
  });
  return renderDemoPage(site, req, res, 'grades', {
    title: w.grades.heading,
    courseTitle: course.title,
    columns: columns.map((item) => item.label),
    rows,
  });
}
