import type { RequestHandler } from 'express';
import { translator } from '../../i18n/translator.js';
import { languageOf } from '../../shared/language.js';
import type { Random } from '../../shared/random.js';
import { localsOf } from '../locals.js';

/** Gives each request an id and a language (of the browser, until a session says otherwise). */
export function requestContext(random: Random): RequestHandler {
  return (req, res, next) => {
    const locals = localsOf(res);
    locals.requestId = random.token(9);
    locals.language = languageOf(req.acceptsLanguages('en', 'nl') || 'en');
    locals.t = translator(locals.language);
    res.set('X-Request-Id', locals.requestId);
    next();
  };
}
