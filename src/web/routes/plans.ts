import express, { type RequestHandler, type Response, Router } from 'express';
import { NotFound } from '../../shared/errors.js';
import { commitmentParams, planForm, planQuery } from '../forms/plans.js';
import { localsOf, viewerOf } from '../locals.js';
import { requireAbility, requireCourse } from '../middleware/require-course.js';
import { requireFormToken, requireSession } from '../middleware/require-session.js';
import { parseBody, parseParams, parseQuery } from '../parse-request.js';
import { renderPage } from '../render-page.js';
import type { WebServices } from '../services.js';
import { switchLanguageInForm } from '../switch-language.js';
import { calendarFile } from '../view-models/plan/calendar-file.js';
import { type EditPlanValues, editPlanPage } from '../view-models/plan/edit-plan-page.js';
import { planPage } from '../view-models/plan/plan-page.js';

/** My plan: see it, change it, end it, stop the questions, take it along in a calendar (domain.md §5.1, decisions.md 10, 11). */
export function createPlansRouter(services: WebServices): Router {
  const router = Router();
  const { plans } = services;
  const own: RequestHandler[] = [requireSession(services), requireCourse(services), requireAbility('see-own-plan')];
  const form: RequestHandler[] = [...own, express.urlencoded({ extended: false, limit: '256kb' }), requireFormToken(services)];
  const base = (res: Response): string => `/courses/${viewerOf(res).courseId}`;
  const asked = (res: Response) => ({ personId: viewerOf(res).personId, courseId: viewerOf(res).courseId });

  router.get('/courses/:courseId/plan', ...own, async (req, res) => {
    const { t, language } = localsOf(res);
    const { done } = parseQuery(req, planQuery);
    await renderPage(res, 'plan/page', planPage(await plans.openPlan(asked(res)), t, language, done ?? null));
  });

  router.get('/courses/:courseId/plan/calendar.ics', ...own, async (_req, res) => {
    const { t } = localsOf(res);
    const file = calendarFile(await plans.calendarFile(asked(res)), t, new URL(services.publicUrl).hostname);
    res
      .attachment(`${t('plan.calendar.file')}.ics`)
      .type('text/calendar')
      .send(file);
  });

  router.post('/courses/:courseId/plan/stop', ...form, async (_req, res) => {
    await plans.stopAsking(asked(res));
    res.redirect(303, `${base(res)}/plan?done=stopped`);
  });

  const moves = { 'let-go': plans.letGo, habit: plans.markHabit, na: plans.markNotApplicable, resume: plans.takeUpAgain };
  for (const [path, move] of Object.entries(moves)) {
    router.post(`/courses/:courseId/plan/commitments/:commitmentId/${path}`, ...form, async (req, res) => {
      const { commitmentId } = parseParams(req, commitmentParams);
      await move({ ...asked(res), commitmentId });
      res.redirect(303, `${base(res)}/plan?done=${path === 'resume' ? 'resumed' : path}#commitment-${commitmentId}`);
    });
  }

  const showEdit = async (res: Response, commitmentId: number, typed: EditPlanValues | null): Promise<void> => {
    const { t, language } = localsOf(res);
    const { intentions } = await plans.openPlan(asked(res));
    const intention = intentions.find(({ commitments }) => commitments.some(({ id }) => id === commitmentId));
    const commitment = intention?.commitments.find(({ id }) => id === commitmentId);
    if (!intention || !commitment || commitment.level === 'CM0') throw new NotFound('commitment');
    const [newest] = commitment.plans;
    const values = typed ?? { when: newest?.when ?? '', then: newest?.then ?? '', faults: [] };
    await renderPage(res, 'plan/edit', editPlanPage(commitment, intention, values, { t, language, base: base(res) }));
  };
  const edit = '/courses/:courseId/plan/commitments/:commitmentId/edit';
  router.get(edit, ...own, (req, res) => showEdit(res, parseParams(req, commitmentParams).commitmentId, null));
  router.post(edit, ...form, switchLanguageInForm(services), async (req, res) => {
    const { commitmentId } = parseParams(req, commitmentParams);
    const { go, when, then } = parseBody(req, planForm);
    if (go === 'leave') return res.redirect(303, `${base(res)}/plan`);
    if (go === 'stay') return showEdit(res, commitmentId, { when, then, faults: [] });
    const outcome = await plans.changePlan({ ...asked(res), commitmentId, when, then });
    if (outcome.kind !== 'invalid') return res.redirect(303, `${base(res)}/plan?done=${outcome.kind}#commitment-${commitmentId}`);
    res.status(422);
    await showEdit(res, commitmentId, { when, then, faults: outcome.faults });
  });
  return router;
}
