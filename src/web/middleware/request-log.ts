import type { RequestHandler } from 'express';
import type { Logger } from '../../shared/logger.js';
import { localsOf } from '../locals.js';

/** One line for each request: method, route pattern (never the address with its values), status and time. */
export function requestLog(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const startedAt = process.hrtime.bigint();
    res.on('finish', () => {
      const ms = Number((process.hrtime.bigint() - startedAt) / 1_000_000n);
      logger.info(
        {
          requestId: localsOf(res).requestId,
          method: req.method,
          route: req.route ? `${req.baseUrl.replace(/\d+/g, ':id')}${req.route.path}` : 'none',
          status: res.statusCode,
          ms,
        },
        'request',
      );
    });
    next();
  };
}
