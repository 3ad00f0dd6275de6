import express, { type Response, Router } from 'express';
import { may } from '../../domain/access/abilities.js';
import type { MapVersion } from '../../domain/impact-map/impact-map.js';
import { Forbidden, NotFound } from '../../shared/errors.js';
import type { ToolSession } from '../../usecases/ports/launches.js';
import { type DeepLinkForm, deepLinkForm } from '../forms/deep-link.js';
import { localsOf, sessionOf } from '../locals.js';
import { requireFormToken, requireSession } from '../middleware/require-session.js';
import { parseBody } from '../parse-request.js';
import { renderPage } from '../render-page.js';
import type { WebServices } from '../services.js';
import { activitiesOf, type ChoiceFaults, choosePage } from '../view-models/deep-link/choose-page.js';

/** `/deep-link`: a designer chooses a map and the activities to place, and the answer goes back to the LMS (decisions.md 6, 33). */
export function createDeepLinkRouter(services: WebServices): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '64kb' });
  router.get('/deep-link', requireSession(services), async (_req, res) => {
    const { map } = await openChoice(services, sessionOf(res));
    await showChoice(services, res, { map, form: null, faults: { template: false, activity: false } });
  });
  router.post('/deep-link', requireSession(services), form, requireFormToken(services), async (req, res) => {
    const body = parseBody(req, deepLinkForm);
    const session = sessionOf(res);
    const { map, courseId } = await openChoice(services, session);
    if (body.go === 'cancel') return send(services, res, []);
    const chosen = body.activity ?? [];
    const { acceptsSeveral } = services.launches.openContentChoice(session);
    const faults = { template: !map && !body.template, activity: chosen.length === 0 || (chosen.length > 1 && !acceptsSeveral) };
    if (faults.template || faults.activity) return showChoice(services, res.status(422), { map, form: body, faults });
    if (body.template) await services.maps.chooseTemplate({ courseId, personId: session.personId, templateCode: body.template });
    await send(services, res, chosen);
  });
  return router;
}

/** The course of a request for content, as its designer; anybody else is refused. */
async function openChoice(services: WebServices, session: ToolSession): Promise<{ courseId: number; map: MapVersion | null }> {
  services.launches.openContentChoice(session);
  const { courseId, personId, platformId, isAdministrator } = session;
  if (courseId === null) throw new NotFound('course');
  const enrolment = await services.data.read.people.findEnrolment(personId, courseId);
  const viewer = { personId, platformId, courseId, role: enrolment?.role ?? 'learner', isAdministrator };
  if (!may(viewer, 'choose-map')) throw new Forbidden('choose-map');
  return { courseId, map: await services.maps.openMap({ courseId }) };
}

function showChoice(
  services: WebServices,
  res: Response,
  shown: { map: MapVersion | null; form: DeepLinkForm | null; faults: ChoiceFaults },
): Promise<void> {
  const { t, language } = localsOf(res);
  const request = services.launches.openContentChoice(sessionOf(res));
  return renderPage(res, 'deep-link/choose', choosePage({ ...shown, request, t, language }));
}

/** The answer is a form that posts itself to the platform; its button does the same where there is no script. */
async function send(services: WebServices, res: Response, views: ('map' | 'intention')[]): Promise<void> {
  const locals = localsOf(res);
  const { returnUrl, jwt } = await services.launches.chooseContent(sessionOf(res), activitiesOf(views, locals.t));
  locals.formTargets = [new URL(returnUrl).origin];
  const { t } = locals;
  await renderPage(res, 'deep-link/send', {
    title: t('launch.send.title'),
    text: t('launch.send.text'),
    button: t('launch.send.button'),
    returnUrl,
    jwt,
  });
}
