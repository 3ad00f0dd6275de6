import type { RequestHandler, Response } from 'express';
import { translator } from '../i18n/translator.js';
import { LANGUAGES, type Language } from '../shared/language.js';
import { localsOf, sessionOf } from './locals.js';
import type { WebServices } from './services.js';
import { courseNav } from './view-models/nav.js';

/** Switches the language of the session and of the messages to come (issue 2 §4); the answer to this request has it already. */
export async function switchLanguage({ data }: WebServices, res: Response, language: Language): Promise<void> {
  const session = sessionOf(res);
  await data.write(async (repositories) => {
    await repositories.launches.setSessionLanguage(session.id, language);
    await repositories.people.setLanguage(session.personId, language);
  });
  const locals = localsOf(res);
  Object.assign(locals, { language, t: translator(language) });
  if (locals.viewer) locals.nav = courseNav(locals.viewer, locals.t, res.req.originalUrl);
}

/**
 * For a form that is walked step by step: its language button posts the form itself, so that what was typed is kept. Here the language
 * is switched; to the route it is a person who stays on this screen. Comes after `requireFormToken`.
 */
export function switchLanguageInForm(services: WebServices): RequestHandler {
  return async (req, res, next) => {
    const language = LANGUAGES.find((one) => req.body?.go === `language-${one}`);
    if (language) {
      await switchLanguage(services, res, language);
      req.body.go = 'stay';
    }
    next();
  };
}
