import express, { type RequestHandler, type Response, Router } from 'express';
import { behavioursOf } from '../../domain/impact-map/impact-map.js';
import { EXIT, openStep, whereNow } from '../../domain/intention/advance.js';
import { EMPTY_DRAFT } from '../../domain/intention/draft.js';
import type { IntentionValues } from '../../domain/intention/state-intention.js';
import { exitOfDraft, valuesOfDraft } from '../../domain/intention/values-of-draft.js';
import { NotFound } from '../../shared/errors.js';
import type { IntentionState } from '../../usecases/intention/open-intention.js';
import { nowQuery, stepForm, stepParams } from '../forms/intentions.js';
import { localsOf, sessionOf, viewerOf } from '../locals.js';
import { requireAbility, requireCourse } from '../middleware/require-course.js';
import { requireFormToken, requireSession } from '../middleware/require-session.js';
import { parseBody, parseParams, parseQuery } from '../parse-request.js';
import { renderPage } from '../render-page.js';
import type { WebServices } from '../services.js';
import { switchLanguageInForm } from '../switch-language.js';
import type { StepPage } from '../view-models/fields.js';
import { notCompletedPage, notReadyPage } from '../view-models/intention/message-page.js';
import type { StepContext } from '../view-models/intention/step-context.js';
import { exitPage, stepPage, tooLargePage } from '../view-models/intention/step-page.js';
import { thanksPage } from '../view-models/intention/thanks-page.js';
import { withCue } from '../view-models/intention/with-cue.js';

type Open = Extract<IntentionState, { kind: 'open' }>;
type Sent = Extract<IntentionState, { kind: 'sent' }>;

/** Where a learner's launch leads, "I have finished the course", and the screens of the intention. */
export function createIntentionsRouter(services: WebServices): Router {
  const router = Router();
  const guards = [requireSession(services), requireCourse(services), requireAbility('state-intention')];
  const form = [express.urlencoded({ extended: false, limit: '256kb' }), requireFormToken(services), switchLanguageInForm(services)];
  const base = '/courses/:courseId';
  router.get(`${base}/now`, requireSession(services), requireCourse(services), requireAbility('see-map'), showNow(services));
  router.post(`${base}/finish`, ...guards, ...form, finish(services));
  router.get(`${base}/intention`, ...guards, resume(services));
  router.get(`${base}/intention/thanks`, ...guards, showThanks(services));
  router.get(`${base}/intention/:step`, ...guards, showStep(services));
  router.post(`${base}/intention/:step`, ...guards, ...form, takeStep(services));
  return router;
}

const urlOf = (res: Response): string => `/courses/${viewerOf(res).courseId}`;
const stepUrl = (res: Response, stepId: string): string => `${urlOf(res)}/intention/${stepId}`;

/** `GET …/now`: after a launch; `?view=` is what the activity shows. Writes nothing. */
function showNow({ intentions }: WebServices): RequestHandler {
  return async (req, res) => {
    const viewer = viewerOf(res);
    if (viewer.role !== 'learner') return res.redirect(303, `${urlOf(res)}/start`);
    const { view = null } = parseQuery(req, nowQuery);
    const { courseId: launched, placementId } = sessionOf(res);
    const next = await intentions.findWhatIsNext({ ...viewer, view, placementId: launched === viewer.courseId ? placementId : null });
    if (next.kind === 'not-ready') return renderPage(res, 'intention/message', notReadyPage(localsOf(res).t));
    if (next.kind === 'follow-up') return res.redirect(303, `${urlOf(res)}/follow-ups/${next.followUpId}`);
    return res.redirect(303, `${urlOf(res)}/${next.kind}`);
  };
}

/** `POST …/finish`: "I have finished the course". */
function finish({ intentions }: WebServices): RequestHandler {
  return async (_req, res) => {
    const result = await intentions.finishCourse(viewerOf(res));
    res.redirect(303, `${urlOf(res)}/${result.kind === 'not-ready' ? 'map' : 'intention'}`);
  };
}

/** `GET …/intention`: the first screen, or the one where the person left. */
function resume({ intentions }: WebServices): RequestHandler {
  return async (_req, res) => {
    const state = await intentions.openIntention(viewerOf(res));
    if (state.kind !== 'open') return showOther(res, state);
    res.redirect(303, stepUrl(res, whereNow(state.draft ?? EMPTY_DRAFT, behavioursOf(state.map))));
  };
}

/** `GET …/intention/:step`: one screen, if nothing before it is missing. */
function showStep(services: WebServices): RequestHandler {
  return async (req, res) => {
    const { step: stepId } = parseParams(req, stepParams);
    const state = await services.intentions.openIntention(viewerOf(res));
    if (state.kind !== 'open') return showOther(res, state);
    const context = contextOf(services, res, state);
    if (stepId === EXIT) return renderPage(res, 'intention/step', exitPage(context));
    const behaviours = behavioursOf(state.map);
    const step = openStep(context.draft, stepId, behaviours);
    if (!step) return res.redirect(303, stepUrl(res, whereNow(context.draft, behaviours)));
    return renderPage(res, 'intention/step', stepPage(context, step));
  };
}

/** `POST …/intention/:step`: keeps what was typed, then 303 to the next screen, or 422 with the faults beside their fields. */
function takeStep(services: WebServices): RequestHandler {
  return async (req, res) => {
    const { step: stepId } = parseParams(req, stepParams);
    const schema = stepForm(stepId);
    if (!schema) throw new NotFound('step');
    const posted = parseBody(req, schema);
    const viewer = viewerOf(res);
    const state = await services.intentions.openIntention(viewer);
    if (state.kind !== 'open') return showOther(res, state);
    const values = withCue(localsOf(res).t, posted.values, posted.cue);
    const result = await services.intentions.saveStep({ ...viewer, stepId, values, go: posted.go });
    if (result.kind === 'closed') return res.redirect(303, `${urlOf(res)}/plan`);
    const context = { ...contextOf(services, res, state), draft: result.draft };
    if (result.kind === 'too-large') return showAgain(res, stepId, context, tooLargePage);
    if (result.faults.length > 0) return showAgain(res, stepId, { ...context, faults: result.faults });
    if (posted.go === 'next' && stepId === EXIT) return send(services, res, exitOfDraft(result.draft));
    if (posted.go === 'next' && stepId === 'summary') return sendStated(services, res, context);
    res.redirect(303, `${stepUrl(res, result.goTo)}${posted.cue === null ? '' : '#field-when'}`);
  };
}

/** Sends what stands in the draft; while a screen still needs something, that screen comes first. */
async function sendStated(services: WebServices, res: Response, { draft, map }: StepContext): Promise<void> {
  const behaviours = behavioursOf(map);
  if (!openStep(draft, 'summary', behaviours)) return res.redirect(303, `${urlOf(res)}/intention`);
  return send(services, res, valuesOfDraft(draft, behaviours));
}

async function send({ intentions }: WebServices, res: Response, values: IntentionValues): Promise<void> {
  const result = await intentions.submitIntention({ ...viewerOf(res), language: localsOf(res).language, values });
  const next = { submitted: 'intention/thanks', already: 'plan', 'not-ready': 'intention', invalid: 'intention' } as const;
  res.redirect(303, `${urlOf(res)}/${next[result.kind]}`);
}

/** `GET …/intention/thanks`. */
function showThanks({ intentions, clocks }: WebServices): RequestHandler {
  return async (_req, res) => {
    const state = await intentions.openIntention(viewerOf(res));
    if (state.kind !== 'sent') return res.redirect(303, `${urlOf(res)}/intention`);
    const { t, language } = localsOf(res);
    return renderPage(res, 'intention/thanks', thanksPage(t, language, sentOf(state), urlOf(res), clocks.calendar.now()));
  };
}

function sentOf({ intention, followUps, map, zone }: Sent): Parameters<typeof thanksPage>[2] {
  const commitments = intention.commitments.map((commitment) => ({ ...commitment, plan: commitment.plans[0] ?? null }));
  return { outcome: intention.outcome, language: intention.language, commitments, followUps, map, zone };
}

function showOther(res: Response, state: Exclude<IntentionState, Open>): void | Promise<void> {
  const { t } = localsOf(res);
  switch (state.kind) {
    case 'sent':
      return res.redirect(303, `${urlOf(res)}/plan`);
    case 'not-counted':
      return res.redirect(303, `${urlOf(res)}/map`);
    case 'no-map':
      return renderPage(res, 'intention/message', notReadyPage(t));
    case 'not-completed':
      return renderPage(res, 'intention/message', notCompletedPage(t, state, urlOf(res)));
  }
}

function contextOf({ clocks }: WebServices, res: Response, { map, draft, from, smallestGroup, seed }: Open): StepContext {
  const { t, language } = localsOf(res);
  return {
    t,
    language,
    map,
    draft: draft ?? EMPTY_DRAFT,
    from,
    now: clocks.calendar.now(),
    smallestGroup,
    seed,
    base: `${urlOf(res)}/intention`,
    isPreview: false,
    faults: [],
  };
}

/** The screen again with what was typed, 422; the screen that comes first when something before it is missing. */
function showAgain(
  res: Response,
  stepId: string,
  context: StepContext,
  change = (page: StepPage, _context: StepContext) => page,
): void | Promise<void> {
  const step = openStep(context.draft, stepId, behavioursOf(context.map));
  if (!step && stepId !== EXIT) return res.redirect(303, `${urlOf(res)}/intention`);
  res.status(422);
  return renderPage(res, 'intention/step', change(step ? stepPage(context, step) : exitPage(context), context));
}
