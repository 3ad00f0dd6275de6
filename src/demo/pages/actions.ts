import express, { type RequestHandler, Router } from 'express';
import { addActivity } from '../platform/content-item-routes.js';
import { findPerson } from '../platform/platform.js';
import { PageRefusal } from '../platform/refusals.js';
import { sessionOf } from '../platform/session.js';
import { tellNews } from './render.js';
import { CALENDAR_STEPS, type DemoSite } from './site.js';
import { visitorIn } from './visitor.js';

const form = express.urlencoded({ extended: false, limit: '8kb' });

/** What the visitor does in the demo LMS: being somebody, reading in a language, moving the calendar, adding an empty activity. */
export function createDemoActions(site: DemoSite): Router {
  const { platform } = site;
  const router = Router();
  const own: RequestHandler = (req, res, next) => {
    if (req.body?.sesskey !== sessionOf(platform, req, res).sesskey) throw new PageRefusal('invalid sesskey');
    next();
  };
  router.post('/demo/sign-in', form, own, (req, res) => {
    const person = findPerson(platform, String(req.body.person ?? ''));
    if (!person) throw new PageRefusal('nobody has this number');
    sessionOf(platform, req, res).personId = person.id;
    res.redirect(303, ownPath(req.body.go));
  });
  router.post('/demo/language', form, own, (req, res) => {
    sessionOf(platform, req, res).language = req.body.language === 'nl' ? 'nl' : 'en';
    res.redirect(303, ownPath(req.body.back));
  });
  router.post('/demo/calendar', form, own, async (req, res) => {
    const days = CALENDAR_STEPS.find((step) => String(step) === req.body.days);
    if (!days) throw new PageRefusal('the calendar has no such step');
    tellNews(sessionOf(platform, req, res), await site.advance(days));
    res.redirect(303, ownPath(req.body.back));
  });
  router.post('/demo/add-activity', form, own, (req, res) => {
    const { course } = visitorIn(platform, req, res, String(req.body.course ?? ''), 'teacher');
    addActivity(platform, course.id, {});
    res.redirect(303, `/course/view.php?id=${course.id}`);
  });
  return router;
}

/** A path of this site; anything else becomes the front page. */
function ownPath(path: unknown): string {
  return typeof path === 'string' && /^\/(?![/\\])[^\s]*$/.test(path) ? path : '/';
}
