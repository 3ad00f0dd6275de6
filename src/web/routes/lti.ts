import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import { translator } from '../../i18n/translator.js';
import { assertNever } from '../../shared/assert-never.js';
import { AppError } from '../../shared/errors.js';
import { LANGUAGES, type Language } from '../../shared/language.js';
import type { LaunchOutcome } from '../../usecases/launch/complete-launch.js';
import type { Surface } from '../../usecases/launch/continue-launch.js';
import { sendErrorPage } from '../error-page.js';
import { continueQuery } from '../forms/lti.js';
import { localsOf } from '../locals.js';
import { onlyMethods, platformForm } from '../middleware/platform-form.js';
import { limitRate } from '../middleware/rate-limit.js';
import { renderPage } from '../render-page.js';
import type { WebServices } from '../services.js';
import { createCookies, SESSION_COOKIE } from '../session-cookie.js';
import { setupPage } from '../view-models/lti/setup-page.js';

/** The addresses platforms know: login, launch and our keys. Opened by hand they show what to copy into the LMS (security.md B4). */
export function createLtiRouter(services: WebServices): Router {
  const router = Router();
  const limit = (): RequestHandler => limitRate(services.launchesPerMinute);
  const login = loginHandler(services);
  router.get('/lti/login', limit(), (req, res, next) =>
    Object.keys(req.query).length === 0 ? showSetup(services, res) : login(req.query, res).catch(next),
  );
  router.post('/lti/login', limit(), platformForm, (req, res) => login(req.body ?? {}, res));
  router.all('/lti/login', onlyMethods('GET', 'POST'));
  router.get('/lti/login/continue', limit(), continueHandler(services));
  router.get(['/lti/launch', '/lti/deep-link'], limit(), (_req, res) => showSetup(services, res));
  router.post('/lti/launch', limit(), platformForm, launchHandler(services));
  router.all(['/lti/launch', '/lti/deep-link'], onlyMethods('GET', 'POST'));
  router.get('/lti/jwks', async (_req, res) => {
    const keys = await services.launches.publishedKeys();
    res.set('Cache-Control', 'public, max-age=300').json({ keys });
  });
  router.use(knowThePlatform);
  return router;
}

function loginHandler(services: WebServices): (parameters: unknown, res: Response) => Promise<void> {
  const cookies = createCookies(services.isSecure);
  return async (parameters, res) => {
    const { handle, cookie } = await services.launches.beginLaunch(parameters);
    cookies.write(res, cookie.name, cookie.value, cookie.maxAgeMs);
    res.redirect(303, `/lti/login/continue?h=${encodeURIComponent(handle)}`);
  };
}

function continueHandler(services: WebServices): RequestHandler {
  const cookies = createCookies(services.isSecure);
  return async (req, res) => {
    const query = continueQuery.safeParse(req.query);
    if (!query.success) throw new AppError('launch-relaunch', 'invalid', { reason: 'handle-malformed' });
    const { h: handle, top } = query.data;
    const readCookie = (name: string) => cookies.read(req, name);
    const from = req.headers['sec-fetch-site'];
    const isFromElsewhere = from === 'cross-site' || from === 'same-site';
    const browser = { surface: surfaceOf(req), isNewTab: top === '1', isFromElsewhere, readCookie };
    const step = await services.launches.continueLaunch({ handle, ...browser });
    const locals = localsOf(res);
    locals.frameAncestors = [step.origin];
    switch (step.kind) {
      case 'authorize':
        if (step.cookie) cookies.write(res, step.cookie.name, step.cookie.value, step.cookie.maxAgeMs);
        return res.redirect(303, step.url);
      case 'new-tab': {
        const link = {
          url: `/lti/login/continue?h=${encodeURIComponent(handle)}&top=1`,
          text: locals.t('launch.newTab.link'),
          inNewTab: true,
        };
        return sendErrorPage(res, 'launch-new-tab', 'invalid', { link });
      }
      case 'in-frame-only':
        return sendErrorPage(res, 'launch-in-frame-only', 'invalid');
      default:
        return assertNever(step);
    }
  };
}

/** Where the browser shows us, as it says itself (security.md E). */
function surfaceOf(req: Request): Surface {
  const destination = req.headers['sec-fetch-dest'];
  if (destination === 'document') return 'top';
  return destination === undefined ? 'unknown' : 'frame';
}

function launchHandler(services: WebServices): RequestHandler {
  const cookies = createCookies(services.isSecure);
  return async (req, res) => {
    const outcome = await services.launches.completeLaunch({
      form: req.body,
      readCookie: (name) => cookies.read(req, name),
      previousToken: cookies.read(req, SESSION_COOKIE),
    });
    if (outcome.kind === 'no-course') {
      speak(res, outcome.language);
      localsOf(res).frameAncestors = [outcome.origin];
      return sendErrorPage(res, 'launch-no-course', 'invalid');
    }
    cookies.clear(res, outcome.cookieName);
    cookies.write(res, SESSION_COOKIE, outcome.session.token, outcome.session.maxAgeMs);
    res.redirect(303, destinationOf(outcome));
  };
}

function destinationOf(outcome: Exclude<LaunchOutcome, { kind: 'no-course' }>): string {
  switch (outcome.kind) {
    case 'platform':
      return '/platform';
    case 'deep-linking':
      return '/deep-link';
    case 'instructor':
      return `/courses/${outcome.courseId}/start`;
    case 'learner':
      return `/courses/${outcome.courseId}/now?view=${outcome.view}`;
    default:
      return assertNever(outcome.kind);
  }
}

function showSetup(services: WebServices, res: Response): Promise<void> {
  return renderPage(res, 'lti/setup', setupPage(services.platforms.addresses, localsOf(res).t));
}

function speak(res: Response, language: Language): void {
  const locals = localsOf(res);
  locals.language = language;
  locals.t = translator(language);
}

/** A refusal that knows its platform may be framed by that platform only, and speaks the language of the launch. */
const knowThePlatform: ErrorRequestHandler = (error, _req, res, next) => {
  if (error instanceof AppError) {
    const { origin, language } = error.detail;
    if (typeof origin === 'string') localsOf(res).frameAncestors = [origin];
    const known = LANGUAGES.find((one) => one === language);
    if (known) speak(res, known);
  }
  next(error);
};
