import { prepare } from './prepare.js';
import { closeOnSignal } from './shutdown.js';
import { createWorker, startWeb } from './start.js';

/** `npm start`: the web and, unless `WORKER=off`, the worker beside it. At the end requests and deliveries run out side by side, then the database closes. */
const services = await prepare();
const web = await startWeb(services);
const worker = services.config.worker === 'inline' ? createWorker(services) : null;
worker?.start();
closeOnSignal(
  [
    { name: 'web and worker', close: () => Promise.all([web.close(), worker?.stop()]) },
    { name: 'database', close: services.database.close },
  ],
  services.logger,
);
