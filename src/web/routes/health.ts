import { Router } from 'express';
import type { WebServices } from '../services.js';

/** `GET /health/live`: the process answers. `GET /health/ready`: database and migrations; the worker's state is told, but never decides (decisions.md 37). */
export function createHealthRouter(services: WebServices): Router {
  const router = Router();
  router.get('/health/live', (_req, res) => {
    res.json({ status: 'live' });
  });
  router.get('/health/ready', async (_req, res) => {
    const database = await services.health.isDatabaseReachable();
    const pending = database ? await services.health.pendingMigrations() : [];
    const jobs = database && pending.length === 0 ? await services.data.read.jobs.list() : [];
    const isReady = database && pending.length === 0;
    res.status(isReady ? 200 : 503).json({
      status: isReady ? 'ready' : 'not ready',
      database: database ? 'reachable' : 'unreachable',
      migrations: pending.length === 0 ? 'current' : 'pending',
      worker: Object.fromEntries(
        jobs.map((job) => [job.name, { succeededAt: job.succeededAt, failedAt: job.failedAt, lastErrorCode: job.lastErrorCode }]),
      ),
    });
  });
  return router;
}
