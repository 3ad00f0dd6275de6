import type { ErrorRequestHandler, Response } from 'express';
import { hasText } from '../i18n/translator.js';
import { AppError, type ErrorKind } from '../shared/errors.js';
import type { Logger } from '../shared/logger.js';
import { localsOf } from './locals.js';
import { renderPage } from './render-page.js';

const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  method: 405,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  upstream: 503,
  unavailable: 503,
};

/** Errors of express' own body parsers, by their `type`. */
const PARSER_KINDS: Record<string, ErrorKind> = {
  'entity.too.large': 'too-large',
  'parameters.too.many': 'too-large',
  'charset.unsupported': 'unsupported',
  'encoding.unsupported': 'unsupported',
  'request.aborted': 'invalid',
  'request.size.invalid': 'invalid',
};

/** The only place that turns errors into statuses and pages. A database that does not answer is 503; what is not an `AppError` is a bug: 500, a fixed text and an id. */
export function createErrorPage(logger: Logger, isDatabaseAway: (error: unknown) => boolean): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) return next(error);
    const known = isDatabaseAway(error) ? new AppError('unavailable', 'unavailable', {}, error) : asAppError(error);
    const status = known ? STATUS[known.kind] : 500;
    const fields = {
      requestId: localsOf(res).requestId,
      method: req.method,
      route: req.route?.path,
      code: known?.code ?? 'internal',
      ...known?.detail,
    };
    if (known) logger[status >= 500 ? 'error' : 'warn']({ ...fields, cause: causeOf(known) }, 'refused');
    else logger.error({ ...fields, err: { name: error?.name, message: error?.message, stack: error?.stack } }, 'failed');
    if (status === 503) res.set('Retry-After', '60');
    res.status(status).set('Cache-Control', 'no-store');
    sendErrorPage(res, known?.code ?? 'internal', known?.kind ?? 'internal').catch(next);
  };
}

/** Shows the error page of a code; the text of its kind is used where the code has none. */
export function sendErrorPage(
  res: Response,
  code: string,
  kind: string,
  more: { details?: string[]; link?: { url: string; text: string; inNewTab: boolean } } = {},
): Promise<void> {
  const { t, requestId } = localsOf(res);
  const key = hasText(`errors.${code}.title`) ? code : kind;
  return renderPage(res, 'errors/error', {
    title: t(`errors.${key}.title`),
    text: t(`errors.${key}.text`),
    details: more.details ?? [],
    reference: t('errors.reference', { id: requestId }),
    link: more.link ?? null,
  });
}

function asAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  const { type, status, name } = error as { type?: string; status?: number; name?: string };
  if (type && PARSER_KINDS[type]) return new AppError(type, PARSER_KINDS[type], {}, error);
  if (name === 'URIError' || status === 400) return new AppError('not-found', 'not-found', {}, error);
  return null;
}

function causeOf(error: AppError): string | undefined {
  return error.cause instanceof Error ? error.cause.message.slice(0, 300) : undefined;
}
