import express, { type Express } from 'express';
import { NotFound } from '../shared/errors.js';
import { createErrorPage } from './error-page.js';
import { requestContext } from './middleware/request-context.js';
import { requestLog } from './middleware/request-log.js';
import { securityHeaders } from './middleware/security-headers.js';
import { createAssetsRouter } from './routes/assets.js';
import { createDeepLinkRouter } from './routes/deep-link.js';
import { createHealthRouter } from './routes/health.js';
import { createIntentionsRouter } from './routes/intentions.js';
import { createLanguageRouter } from './routes/language.js';
import { createLtiRouter } from './routes/lti.js';
import { createMapsRouter } from './routes/maps.js';
import { createMyDataRouter } from './routes/my-data.js';
import { createPlansRouter } from './routes/plans.js';
import { createPlatformRouter } from './routes/platform.js';
import { createPreviewRouter } from './routes/preview.js';
import { createReportsRouter } from './routes/reports.js';
import { createStartRouter } from './routes/start.js';
import { createSurveysRouter } from './routes/surveys.js';
import type { WebServices } from './services.js';

/** The web application: order of middleware and mounts. It does not listen. */
export function createApp(services: WebServices): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', services.trustProxy);
  app.set('query parser', 'simple');
  app.use(requestContext(services.random), requestLog(services.logger), securityHeaders());
  app.use(createAssetsRouter(), createHealthRouter(services), createLanguageRouter(services));
  app.use(createLtiRouter(services), createDeepLinkRouter(services), createPlatformRouter(services));
  app.use(createMyDataRouter(services));
  app.use(createMapsRouter(services), createStartRouter(services));
  app.use(createPlansRouter(services));
  app.use(createIntentionsRouter(services), createPreviewRouter(services));
  app.use(createSurveysRouter(services));
  app.use(createReportsRouter(services));
  app.use(() => {
    throw new NotFound('route');
  });
  app.use(createErrorPage(services.logger, services.health.isDatabaseAway));
  return app;
}
