import { Router } from 'express';
import { Forbidden, NotFound } from '../../shared/errors.js';
import { localsOf, sessionOf } from '../locals.js';
import { limitRate } from '../middleware/rate-limit.js';
import { requireSession } from '../middleware/require-session.js';
import { renderPage } from '../render-page.js';
import type { WebServices } from '../services.js';
import { platformPage } from '../view-models/platform/platform-page.js';
import { createRegisterHandler } from './register.js';

/** `GET /lti/register`: dynamic registration with a link of ours. `GET /platform`: the page of the platform's administrators. */
export function createPlatformRouter(services: WebServices): Router {
  const router = Router();
  router.get('/lti/register', limitRate(30), createRegisterHandler(services));
  router.get('/platform', requireSession(services), async (_req, res) => {
    const session = sessionOf(res);
    if (!session.isAdministrator) throw new Forbidden('see-platform');
    const overview = await services.platforms.openPlatform({ platformId: session.platformId });
    if (!overview) throw new NotFound('platform');
    const { t, language } = localsOf(res);
    await renderPage(res, 'platform/page', platformPage(overview, session.courseId, { t, language }));
  });
  return router;
}
