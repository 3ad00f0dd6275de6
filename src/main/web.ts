import { prepare } from './prepare.js';
import { closeOnSignal } from './shutdown.js';
import { createWorker, startWeb } from './start.js';

/** `npm start`: the web and, unless `WORKER=off`, the worker beside it. At the end: requests first, then the worker, then the database. */
const services = await prepare();
const web = await startWeb(services);
const worker = services.config.worker === 'inline' ? createWorker(services) : null;
worker?.start();
closeOnSignal(
  [
    { name: 'web', close: web.close },
    { name: 'worker', close: async () => worker?.stop() },
    { name: 'database', close: services.database.close },
  ],
  services.logger,
);
