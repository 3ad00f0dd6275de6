import express, { type Express } from 'express';
import { demoViewsFolder } from './pages/render.js';
import { createDemoPages } from './pages/routes.js';
import type { DemoSite } from './pages/site.js';
import { createActivityRoutes } from './platform/activity-routes.js';
import { createContentItemRoutes } from './platform/content-item-routes.js';
import { createGradebookRoutes } from './platform/gradebook-routes.js';
import { createMembershipRoutes } from './platform/membership-routes.js';
import { createOpenIdRoutes } from './platform/openid-routes.js';
import { answerRefusals } from './platform/refusals.js';
import { createRegistrationRoutes } from './platform/registration-routes.js';
import { createTokenRoutes } from './platform/token-routes.js';
import { createWebServiceRoutes } from './platform/webservice-routes.js';

/** The demo LMS as one application: a platform as the tool sees it, and pages as people see them. It does not listen. */
export function createDemoSite(site: DemoSite): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_req, res, next) => {
    // As Moodle: framed only by itself (moodle §2).
    res.set({ 'X-Frame-Options': 'SAMEORIGIN', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    next();
  });
  app.get('/demo/demo.css', (_req, res) => res.sendFile('demo.css', { root: demoViewsFolder() }));
  app.use(createOpenIdRoutes(site.platform));
  app.use(createTokenRoutes(site.platform));
  app.use(createRegistrationRoutes(site.platform));
  app.use(createGradebookRoutes(site.platform));
  app.use(createMembershipRoutes(site.platform));
  app.use(createWebServiceRoutes(site.platform));
  app.use(createActivityRoutes(site.platform));
  app.use(createContentItemRoutes(site.platform));
  app.use(createDemoPages(site));
  app.use(answerRefusals);
  return app;
}
