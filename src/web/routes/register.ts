import type { RequestHandler } from 'express';
import { AppError } from '../../shared/errors.js';
import { sendErrorPage } from '../error-page.js';
import { registerQuery } from '../forms/lti.js';
import { localsOf } from '../locals.js';
import { renderPage } from '../render-page.js';
import type { WebServices } from '../services.js';
import { registeredPage, registrationFaults } from '../view-models/lti/registered-page.js';

/** Registers the platform that opened a registration link, and tells its administrator the clicks that are still needed. */
export function createRegisterHandler(services: WebServices): RequestHandler {
  return async (req, res) => {
    const query = registerQuery.safeParse(req.query);
    if (!query.success) throw new AppError('registration-link', 'gone');
    const { key, openid_configuration: configurationUrl, registration_token: registrationToken } = query.data;
    if (!configurationUrl) return sendErrorPage(res, 'registration-by-hand', 'invalid');
    const { t } = localsOf(res);
    const outcome = await services.platforms.registerPlatform({ key, configurationUrl, registrationToken: registrationToken ?? null });
    if (outcome.kind === 'failed') {
      return sendErrorPage(res.status(400), 'registration-failed', 'invalid', { details: registrationFaults(outcome, t) });
    }
    localsOf(res).frameAncestors = [new URL(outcome.issuer).origin];
    await renderPage(res, 'lti/registered', registeredPage(outcome, t));
  };
}
