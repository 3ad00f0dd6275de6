import express, { type RequestHandler, type Response, Router } from 'express';
import { behavioursOf } from '../../domain/impact-map/impact-map.js';
import { advance, EXIT, openStep, whereNow } from '../../domain/intention/advance.js';
import { EMPTY_DRAFT, type IntentionDraft } from '../../domain/intention/draft.js';
import { followUpsOfIntention } from '../../domain/intention/follow-ups-of-intention.js';
import { stateIntention } from '../../domain/intention/state-intention.js';
import { exitOfDraft, valuesOfDraft } from '../../domain/intention/values-of-draft.js';
import { NotFound } from '../../shared/errors.js';
import type { Preview } from '../../usecases/intention/open-preview.js';
import { carriedDraftOf, stepForm, stepParams } from '../forms/intentions.js';
import { localsOf, viewerOf } from '../locals.js';
import { requireAbility, requireCourse } from '../middleware/require-course.js';
import { requireFormToken, requireSession } from '../middleware/require-session.js';
import { parseBody, parseParams } from '../parse-request.js';
import { renderPage } from '../render-page.js';
import type { WebServices } from '../services.js';
import { switchLanguageInForm } from '../switch-language.js';
import { noPreviewPage } from '../view-models/intention/message-page.js';
import type { StepContext } from '../view-models/intention/step-context.js';
import { exitPage, stepPage } from '../view-models/intention/step-page.js';
import { thanksPage } from '../view-models/intention/thanks-page.js';
import { withCue } from '../view-models/intention/with-cue.js';

/**
 * `/courses/:courseId/preview`: designers walk through the intention as a learner does (decisions.md 26). Nothing is stored: each form
 * carries what was filled in so far, and the answer to a POST is the next screen itself.
 */
export function createPreviewRouter(services: WebServices): Router {
  const router = Router();
  const guards = [requireSession(services), requireCourse(services), requireAbility('preview-as-learner')];
  const form = [express.urlencoded({ extended: false, limit: '256kb' }), requireFormToken(services), switchLanguageInForm(services)];
  const base = '/courses/:courseId/preview';
  router.get(base, ...guards, showFirst(services));
  router.get(`${base}/:step`, ...guards, (_req, res) => res.redirect(303, urlOf(res)));
  router.post(`${base}/:step`, ...guards, ...form, showNext(services));
  return router;
}

const courseUrlOf = (res: Response): string => `/courses/${viewerOf(res).courseId}`;
const urlOf = (res: Response): string => `${courseUrlOf(res)}/preview`;

function showFirst(services: WebServices): RequestHandler {
  return async (_req, res) => {
    const preview = await services.intentions.openPreview(viewerOf(res));
    if (!preview) return renderPage(res, 'intention/message', noPreviewPage(localsOf(res).t, courseUrlOf(res)));
    return showStep(res, contextOf(res, preview, EMPTY_DRAFT), 'welcome');
  };
}

function showNext(services: WebServices): RequestHandler {
  return async (req, res) => {
    const { step: stepId } = parseParams(req, stepParams);
    const schema = stepForm(stepId);
    if (!schema) throw new NotFound('step');
    const posted = parseBody(req, schema);
    const preview = await services.intentions.openPreview(viewerOf(res));
    if (!preview) return res.redirect(303, urlOf(res));
    const behaviours = behavioursOf(preview.map);
    const values = withCue(localsOf(res).t, posted.values, posted.cue);
    const { draft, faults, goTo } = advance(carriedDraftOf(posted.carried), stepId, values, posted.go, behaviours);
    const context = { ...contextOf(res, preview, draft), faults };
    if (faults.length > 0) res.status(422);
    else if (posted.go === 'next' && (stepId === EXIT || stepId === 'summary')) return showEnd(res, context, stepId);
    return showStep(res, context, goTo);
  };
}

function showStep(res: Response, context: StepContext, stepId: string): Promise<void> {
  if (stepId === EXIT) return renderPage(res, 'intention/step', exitPage(context));
  const behaviours = behavioursOf(context.map);
  const step = openStep(context.draft, stepId, behaviours) ?? openStep(context.draft, whereNow(context.draft, behaviours), behaviours);
  if (!step) throw new NotFound('step');
  return renderPage(res, 'intention/step', stepPage(context, step));
}

/** The page a learner would get after sending, with a banner instead of an effect. */
function showEnd(res: Response, context: StepContext, stepId: string): void | Promise<void> {
  const behaviours = behavioursOf(context.map);
  const values = stepId === EXIT ? exitOfDraft(context.draft) : valuesOfDraft(context.draft, behaviours);
  const stated = stateIntention(values, behaviours);
  if (stated.kind === 'invalid' || (stepId !== EXIT && !openStep(context.draft, 'summary', behaviours)))
    return res.redirect(303, urlOf(res));
  const { t, language, from, map, now } = context;
  const { outcome, commitments } = stated.intention;
  const followUps = followUpsOfIntention(values, behaviours, from);
  const page = thanksPage(t, language, { outcome, language, commitments, followUps, map, zone: from.zone }, courseUrlOf(res), now);
  const links = [{ url: urlOf(res), text: t('intention.preview.again'), isMain: true }];
  return renderPage(res, 'intention/thanks', { ...page, banner: t('intention.preview.end'), links });
}

function contextOf(res: Response, { map, from, smallestGroup }: Preview, draft: IntentionDraft): StepContext {
  const { t, language } = localsOf(res);
  const seed = `preview:${viewerOf(res).personId}`;
  return { t, language, map, draft, from, now: from.completedAt, smallestGroup, seed, base: urlOf(res), isPreview: true, faults: [] };
}
