import express, { type RequestHandler } from 'express';
import { AppError } from '../../shared/errors.js';

const parse = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 100 });

/** Reads a form that a platform posts. Anything but an urlencoded form is 415; no body at all is an empty form (security.md L20, P08, P16). */
export const platformForm: RequestHandler = (req, res, next) => {
  const type = req.is('application/x-www-form-urlencoded');
  if (type === false) throw new AppError('unsupported', 'unsupported');
  parse(req, res, next);
};

/** Answers 405 to every other method, naming those that are allowed. */
export function onlyMethods(...allowed: string[]): RequestHandler {
  return (_req, res) => {
    res.set('Allow', allowed.join(', '));
    throw new AppError('method', 'method');
  };
}
