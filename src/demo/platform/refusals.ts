import type { ErrorRequestHandler } from 'express';
import { refusalPage } from './pages.js';

/** A service call that is refused: JSON with status and reason, as Moodle's LTI services answer (moodle 5.2). */
export class ServiceRefusal extends Error {
  readonly status: number;
  constructor(status: number, reason: string) {
    super(reason);
    this.status = status;
  }
}

/** A page that cannot be shown: Moodle's HTML error page. */
export class PageRefusal extends Error {}

/** Turns both refusals into answers. */
export const answerRefusals: ErrorRequestHandler = (error, _req, res, next) => {
  if (res.headersSent) next(error);
  else if (error instanceof ServiceRefusal) res.status(error.status).json({ status: error.status, reason: error.message });
  else if (error instanceof PageRefusal) refusalPage(res, error.message);
  else next(error);
};
