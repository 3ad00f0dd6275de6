import express, { type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { may } from '../../domain/access/abilities.js';
import { translator } from '../../i18n/translator.js';
import { LANGUAGES } from '../../shared/language.js';
import { localsOf, viewerOf } from '../locals.js';
import { requireCourse } from '../middleware/require-course.js';
import { requireFormToken, requireSession } from '../middleware/require-session.js';
import { parseQuery } from '../parse-request.js';
import { renderPage, renderView } from '../render-page.js';
import type { WebServices } from '../services.js';
import { createCookies, SESSION_COOKIE } from '../session-cookie.js';
import { downloadStyle } from '../view-models/privacy/download-style.js';
import { erasePage } from '../view-models/privacy/erase-page.js';
import { ownDataPage } from '../view-models/privacy/own-data-page.js';

const goodbyeQuery = z.object({ language: z.enum(LANGUAGES).catch('en') });

/** My data: see, download, delete (decisions.md 30). Open to whoever is known in the course, whatever their role. */
export function createMyDataRouter(services: WebServices): Router {
  const router = Router();
  const { exportPerson, erasePerson } = services.privacy;
  const own: RequestHandler[] = [requireSession(services), requireCourse(services)];
  const base = (res: Response): string => `/courses/${viewerOf(res).courseId}`;

  router.get('/courses/:courseId/my-data', ...own, async (_req, res) => {
    const { t, language } = localsOf(res);
    const exported = await exportPerson({ personId: viewerOf(res).personId });
    const page = ownDataPage(exported, t, language, { base: base(res), hasPlan: may(viewerOf(res), 'see-own-plan') });
    await renderPage(res, 'my-data/page', { title: page.title, page });
  });

  router.get('/courses/:courseId/my-data.json', ...own, async (_req, res) => {
    const exported = await exportPerson({ personId: viewerOf(res).personId });
    res
      .attachment('my-data.json')
      .type('application/json')
      .send(JSON.stringify(exported, null, 2));
  });

  router.get('/courses/:courseId/my-data/download', ...own, async (_req, res) => {
    const { t, language } = localsOf(res);
    const page = ownDataPage(await exportPerson({ personId: viewerOf(res).personId }), t, language, null);
    const html = await renderView('my-data/download', { page, language, styleSheet: downloadStyle() });
    res
      .attachment(language === 'nl' ? 'mijn-gegevens.html' : 'my-data.html')
      .type('html')
      .send(html);
  });

  router.get('/courses/:courseId/my-data/delete', ...own, async (_req, res) => {
    const { platform, tables } = await exportPerson({ personId: viewerOf(res).personId });
    const { name, smallestGroup } = platform;
    const hasMaps = Boolean(tables['map_versions']?.length);
    await renderPage(res, 'my-data/delete', erasePage(localsOf(res).t, { base: base(res), platform: name, smallestGroup, hasMaps }));
  });

  const form = express.urlencoded({ extended: false, limit: '8kb' });
  router.post('/courses/:courseId/my-data/delete', ...own, form, requireFormToken(services), async (_req, res) => {
    await erasePerson({ personId: viewerOf(res).personId });
    createCookies(services.isSecure).clear(res, SESSION_COOKIE);
    res.redirect(303, `/my-data/deleted?language=${localsOf(res).language}`);
  });

  // Nobody is signed in any more, so the language comes along.
  router.get('/my-data/deleted', async (req, res) => {
    const { language } = parseQuery(req, goodbyeQuery);
    Object.assign(localsOf(res), { language, t: translator(language) });
    await renderPage(res, 'my-data/deleted', { title: localsOf(res).t('privacy.erased.title') });
  });
  return router;
}
