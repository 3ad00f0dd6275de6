import { ConfigError, loadDemoPorts } from '../../config/load-config.js';
import { DEMO_FOLDER, startDemo } from './demo-start.js';
import { serve } from './serve.js';
import { closeOnSignal } from './shutdown.js';

/** `npm run demo`: tool, worker and a demo LMS on this computer. Fresh at each start; with `--keep` it goes on where it stopped. */
const say = (text: string): void => void process.stdout.write(`${text}\n`);
try {
  const ports = loadDemoPorts();
  // Before anything of an earlier demo is thrown away: it may still be running.
  for (const port of Object.values(ports)) await (await serve(() => undefined, port)).close();
  const demo = await startDemo({ ...ports, folder: DEMO_FOLDER, keeps: process.argv.includes('--keep'), plays: true, say });
  closeOnSignal(demo.closings, demo.services.logger);
  say(`\nThe demo is ready. Open  ${demo.url}\n`);
} catch (error) {
  const code = (error as { code?: string }).code;
  if (!(error instanceof ConfigError) && code !== 'EADDRINUSE') throw error;
  const hint = code === 'EADDRINUSE' ? '\nAnother program uses this port. Choose others, e.g.: PORT=3010 DEMO_PORT=3011 npm run demo' : '';
  process.stderr.write(`${(error as Error).message}${hint}\n`);
  process.exit(1);
}
