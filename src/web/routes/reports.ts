import { Router } from 'express';
import { z } from 'zod';
import { toCsv } from '../csv.js';
import { localsOf, viewerOf } from '../locals.js';
import { requireAbility, requireCourse, rowId } from '../middleware/require-course.js';
import { requireSession } from '../middleware/require-session.js';
import { parseQuery } from '../parse-request.js';
import { renderPage } from '../render-page.js';
import type { WebServices } from '../services.js';
import { reportRows } from '../view-models/report/report-csv.js';
import { reportPage } from '../view-models/report/report-page.js';
import { reportContext } from '../view-models/report/section.js';

const query = z.object({ run: rowId.optional(), element: z.string().max(64).optional() });

/** `GET /courses/:courseId/report` and `report.csv`: released figures, for instructors and administrators only. */
export function createReportsRouter(services: WebServices): Router {
  const router = Router();
  const guards = [requireSession(services), requireCourse(services), requireAbility('see-report')];
  router.get('/courses/:courseId/report', ...guards, async (req, res) => {
    const { run, element } = parseQuery(req, query);
    const { t, language } = localsOf(res);
    const { courseId } = viewerOf(res);
    const opened = await services.reports.openReport({ courseId, runId: run });
    await renderPage(res, 'report/report', reportPage(opened, { t, language, courseId, selected: element ?? null }));
  });
  router.get('/courses/:courseId/report.csv', ...guards, async (req, res) => {
    const { run } = parseQuery(req, query);
    const { t, language } = localsOf(res);
    const { courseId } = viewerOf(res);
    const opened = await services.reports.openReport({ courseId, runId: run });
    const rows = reportRows(reportContext(opened, t, language));
    res.attachment(`report-${courseId}-${language}.csv`).type('text/csv; charset=utf-8');
    res.send(toCsv(rows, { separator: language === 'nl' ? ';' : ',' }));
  });
  return router;
}
