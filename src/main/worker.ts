import { prepare } from './prepare.js';
import { closeOnSignal } from './shutdown.js';
import { createWorker } from './start.js';

/** `npm run start:worker`: the worker alone. */
const services = await prepare();
const worker = createWorker(services);
worker.start();
services.logger.info({}, 'the worker runs');
closeOnSignal(
  [
    { name: 'worker', close: () => worker.stop() },
    { name: 'database', close: services.database.close },
  ],
  services.logger,
);
