import { Router } from 'express';
import { may } from '../../domain/access/abilities.js';
import { mapQuery } from '../forms/maps.js';
import { localsOf, viewerOf } from '../locals.js';
import { requireAbility, requireCourse } from '../middleware/require-course.js';
import { requireSession } from '../middleware/require-session.js';
import { parseQuery } from '../parse-request.js';
import { renderPage } from '../render-page.js';
import type { WebServices } from '../services.js';
import { mapPage } from '../view-models/impact-map/map-page.js';
import { notReadyPage } from '../view-models/start/not-ready-page.js';

/** `GET /courses/:courseId/map`: the course's map; `?element=` lights up one element's path. */
export function createMapsRouter(services: WebServices): Router {
  const router = Router();
  const guards = [requireSession(services), requireCourse(services), requireAbility('see-map')];
  router.get('/courses/:courseId/map', ...guards, async (req, res) => {
    const { element } = parseQuery(req, mapQuery);
    const viewer = viewerOf(res);
    const { language, t } = localsOf(res);
    const { map, moment } = await services.maps.openMapPage(viewer);
    if (map) return renderPage(res, 'impact-map/map', mapPage({ map, moment }, { language, t, selected: element ?? null }));
    if (may(viewer, 'choose-map')) return res.redirect(303, `/courses/${viewer.courseId}/start`);
    return renderPage(res, 'start/not-ready', notReadyPage(t));
  });
  return router;
}
