import express, { Router } from 'express';
import { z } from 'zod';
import { LANGUAGES } from '../../shared/language.js';
import { requireFormToken, requireSession } from '../middleware/require-session.js';
import { parseBody } from '../parse-request.js';
import type { WebServices } from '../services.js';
import { switchLanguage } from '../switch-language.js';

/** Only an address on this site, never `//other.example` (security.md A14). */
const ownPath = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])[\w\-./?=&%]*$/)
  .catch('/');
const languageForm = z.object({ csrf: z.string(), language: z.enum(LANGUAGES), back: ownPath });

/** `POST /language`: switches the language of the session and of the messages to come. */
export function createLanguageRouter(services: WebServices): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '8kb' });
  router.post('/language', requireSession(services), form, requireFormToken(services), async (req, res) => {
    const { language, back } = parseBody(req, languageForm);
    await switchLanguage(services, res, language);
    res.redirect(303, back);
  });
  return router;
}
