import express, { type Response, Router } from 'express';
import { templateForm, viewForm } from '../forms/maps.js';
import { localsOf, sessionOf, viewerOf } from '../locals.js';
import { requireAbility, requireCourse } from '../middleware/require-course.js';
import { requireFormToken, requireSession } from '../middleware/require-session.js';
import { renderPage } from '../render-page.js';
import type { WebServices } from '../services.js';
import { type StartView, startPage } from '../view-models/start/start-page.js';

/** `/courses/:courseId/start`: where a course stands, for its designers and for administrators. */
export function createStartRouter(services: WebServices): Router {
  const router = Router();
  const guards = [requireSession(services), requireCourse(services), requireAbility('choose-map')];
  const form = [express.urlencoded({ extended: false, limit: '8kb' }), requireFormToken(services)];

  router.get('/courses/:courseId/start', ...guards, (_req, res) => showStart(res));

  router.post('/courses/:courseId/start/template', ...guards, ...form, async (req, res) => {
    const { courseId, personId } = viewerOf(res);
    const parsed = templateForm.safeParse(req.body);
    if (!parsed.success) return showStart(res.status(422), 'template');
    await services.maps.chooseTemplate({ courseId, personId, templateCode: parsed.data.template });
    res.redirect(303, `/courses/${courseId}/start`);
  });

  router.post('/courses/:courseId/start/view', ...guards, ...form, async (req, res) => {
    const { courseId } = viewerOf(res);
    const parsed = viewForm.safeParse(req.body);
    if (!parsed.success) return showStart(res.status(422), 'view');
    await services.maps.choosePlacementView({ courseId, placementId: sessionOf(res).placementId, view: parsed.data.view });
    res.redirect(303, `/courses/${courseId}/start`);
  });

  async function showStart(res: Response, error?: StartView['error']): Promise<void> {
    const viewer = viewerOf(res);
    const { language, t } = localsOf(res);
    const start = await services.maps.openStartPage({ ...viewer, placementId: sessionOf(res).placementId });
    await renderPage(res, 'start/start', startPage(start, { viewer, language, t, ...(error && { error }) }));
  }

  return router;
}
