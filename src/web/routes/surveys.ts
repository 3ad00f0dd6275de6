import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { openSurveyStep, surveyStepNow } from '../../domain/survey/advance-survey.js';
import { surveySteps } from '../../domain/survey/survey-steps.js';
import { valuesOfSurvey } from '../../domain/survey/values-of-survey.js';
import { NotFound } from '../../shared/errors.js';
import type { OpenedSurvey } from '../../usecases/survey/open-survey.js';
import { followUpParams, sentQuery, surveyStepForm, surveyStepParams } from '../forms/surveys.js';
import { localsOf, viewerOf } from '../locals.js';
import { requireAbility, requireCourse } from '../middleware/require-course.js';
import { requireFormToken, requireSession } from '../middleware/require-session.js';
import { parseBody, parseParams, parseQuery } from '../parse-request.js';
import { renderPage } from '../render-page.js';
import type { WebServices } from '../services.js';
import { switchLanguageInForm } from '../switch-language.js';
import { closedSurveyPage } from '../view-models/survey/closed-page.js';
import type { SurveyContext } from '../view-models/survey/survey-context.js';
import { surveyPage, tooLargeSurveyPage } from '../view-models/survey/survey-page.js';
import { surveyThanksPage } from '../view-models/survey/thanks-page.js';

type Open = Extract<OpenedSurvey, { kind: 'open' }>;
type Other = Exclude<OpenedSurvey, Open>;

/** The surveys CHK, FUP and SUS of one person: a screen per topic, a draft at each step, closed once sent (domain.md §2.7, decisions.md 8–12). */
export function createSurveysRouter(services: WebServices): Router {
  const router = Router();
  const guards: RequestHandler[] = [requireSession(services), requireCourse(services), requireAbility('answer-follow-up')];
  const form: RequestHandler[] = [
    express.urlencoded({ extended: false, limit: '256kb' }),
    requireFormToken(services),
    switchLanguageInForm(services),
  ];
  const base = '/courses/:courseId/follow-ups/:followUpId';
  router.get(base, ...guards, resume(services));
  router.get(`${base}/:step`, ...guards, showStep(services));
  router.post(`${base}/:step`, ...guards, ...form, takeStep(services));
  return router;
}

const courseUrl = (res: Response): string => `/courses/${viewerOf(res).courseId}`;
const surveyUrl = (res: Response, followUpId: number): string => `${courseUrl(res)}/follow-ups/${followUpId}`;

/** The person's own survey in this course; everything else does not exist (security.md A05). */
async function open({ surveys }: WebServices, req: Request, res: Response): Promise<OpenedSurvey> {
  const { followUpId } = parseParams(req, followUpParams.loose());
  const { personId, courseId } = viewerOf(res);
  const opened = await surveys.openSurvey({ personId, followUpId });
  if (opened.survey.followUp.courseId !== courseId) throw new NotFound('follow-up');
  return opened;
}

/** `GET …/follow-ups/7`: the screen where the person left, or the thanks. */
function resume(services: WebServices): RequestHandler {
  return async (req, res) => {
    const opened = await open(services, req, res);
    if (opened.kind !== 'open') return showOther(services, req, res, opened);
    const { followUp, scope } = opened.survey;
    res.redirect(303, `${surveyUrl(res, followUp.id)}/${surveyStepNow(scope, opened.draft).id}`);
  };
}

/** `GET …/follow-ups/7/status-1`: one screen, if nothing before it is missing. */
function showStep(services: WebServices): RequestHandler {
  return async (req, res) => {
    const opened = await open(services, req, res);
    if (opened.kind !== 'open') return showOther(services, req, res, opened);
    const { followUp, scope } = opened.survey;
    const step = openSurveyStep(scope, opened.draft, parseParams(req, surveyStepParams).step);
    if (!step) return res.redirect(303, `${surveyUrl(res, followUp.id)}/${surveyStepNow(scope, opened.draft).id}`);
    return renderPage(res, 'survey/step', surveyPage(contextOf(res, opened), step));
  };
}

/** `POST …/follow-ups/7/status-1`: keeps what was typed, then 303 to the next screen, or 422 with the faults beside their fields. */
function takeStep(services: WebServices): RequestHandler {
  return async (req, res) => {
    const { followUpId, step: stepId } = parseParams(req, surveyStepParams);
    const opened = await open(services, req, res);
    const url = surveyUrl(res, followUpId);
    if (opened.kind !== 'open') return res.redirect(303, url);
    const step = surveySteps(opened.survey.scope, opened.draft).find(({ id }) => id === stepId);
    if (!step) throw new NotFound('step');
    const fields = step.kind === 'plan' ? ['when', 'then'] : step.items.map(({ code }) => code);
    const { go, values } = parseBody(req, surveyStepForm(fields));
    const result = await services.surveys.saveStep({ personId: viewerOf(res).personId, followUpId, stepId, values, go });
    if (result.kind === 'closed') return res.redirect(303, url);
    const context = { ...contextOf(res, opened), draft: result.draft };
    if (result.kind === 'too-large') {
      res.status(422);
      return renderPage(res, 'survey/step', tooLargeSurveyPage(surveyPage(context, step), context));
    }
    if (result.faults.length > 0) {
      res.status(422);
      return renderPage(res, 'survey/step', surveyPage({ ...context, faults: result.faults }, step));
    }
    if (result.isDone) return send(services, res, context);
    res.redirect(303, go === 'leave' ? `${courseUrl(res)}/plan` : `${url}/${result.goTo}`);
  };
}

/** Sends what stands in the draft; while a screen still needs something, that screen comes first. */
async function send({ surveys }: WebServices, res: Response, { survey, draft, language }: SurveyContext): Promise<void> {
  const { scope, followUp } = survey;
  const url = surveyUrl(res, followUp.id);
  const values = valuesOfSurvey(scope, draft);
  if (!openSurveyStep(scope, draft, 'send')) return res.redirect(303, `${url}/${surveyStepNow(scope, { ...draft, at: '' }).id}`);
  const outcome = await surveys.answerFollowUp({ personId: viewerOf(res).personId, followUpId: followUp.id, language, values });
  res.redirect(303, outcome.kind === 'sent' ? `${url}?sent=now` : url);
}

async function showOther({ reports }: WebServices, req: Request, res: Response, opened: Other): Promise<void> {
  const { t, language } = localsOf(res);
  if (opened.kind === 'closed') return renderPage(res, 'survey/closed', closedSurveyPage(opened, t, language, courseUrl(res)));
  const { courseId } = viewerOf(res);
  const isNew = parseQuery(req, sentQuery).sent === 'now';
  const totals = await reports.openTotals({ courseId, wave: opened.survey.followUp.wave });
  return renderPage(res, 'survey/thanks', surveyThanksPage({ ...opened, totals, isNew }, t, language, courseUrl(res)));
}

function contextOf(res: Response, { survey, isLate, draft }: Open): SurveyContext {
  const { t, language } = localsOf(res);
  return { t, language, survey, isLate, draft, faults: [], base: surveyUrl(res, survey.followUp.id) };
}
