import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ConnectOutcome } from '../usecases/platform/connect-moodle.js';
import { askHidden } from './ask-hidden.js';
import type { Services } from './compose.js';
import { describeCheck, describeStatus, SITE_HINTS } from './moodle-words.js';
import { prepare } from './prepare.js';

const USAGE = `Usage:
  npm run moodle -- connect --platform ID --site URL [--token-file FILE]   connect a platform with its Moodle's web services
  npm run moodle -- check --platform ID                                    ask Moodle again whether everything is there
  npm run moodle -- status                                                 all platforms: connection, messages, what waits
The token is asked for without showing it, or read from FILE; it is never an argument. \`npm run platform -- list\` shows the ids.
`;

/** `npm run moodle`: sets up, checks and shows the Moodle connections (decisions.md 34). Answers the exit status. */
async function moodle(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    strict: true,
    options: { platform: { type: 'string' }, site: { type: 'string' }, 'token-file': { type: 'string' } },
  });
  const [command] = positionals;
  const platformId = Number(values.platform);
  if (positionals.length !== 1 || !['connect', 'check', 'status'].includes(command ?? '')) throw new Error('unknown command');
  if (command !== 'status' && !Number.isInteger(platformId)) throw new Error('--platform is missing');
  if (command === 'connect' && !values.site) throw new Error('--site is missing');
  const file = values['token-file'];
  const token = command === 'connect' ? (file ? readFileSync(file, 'utf8') : await askHidden('Token of the service account: ')).trim() : '';
  if (command === 'connect' && !/^[A-Za-z0-9]{16,128}$/.test(token)) throw new Error('that does not look like a Moodle token');
  const services = await prepare('stderr');
  try {
    if (command === 'status') return await printStatus(services);
    const outcome =
      command === 'connect'
        ? await services.moodle.connect({ platformId, siteUrl: siteOf(values.site ?? ''), token })
        : await services.moodle.check(platformId);
    return print(outcome);
  } finally {
    await services.database.close();
  }
}

function siteOf(text: string): string {
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) throw new Error('--site must be an http(s) address');
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function print(outcome: ConnectOutcome): number {
  if (outcome.kind === 'no-platform') process.stderr.write('There is no platform with this id. `npm run platform -- list` shows them.\n');
  else if (outcome.kind === 'not-connected') process.stderr.write('This platform is not connected yet. Use: npm run moodle -- connect\n');
  else process.stdout.write(`${describeCheck(outcome.check)}\n${outcome.kind === 'connected' ? '' : SITE_HINTS}`);
  return outcome.kind === 'connected' ? 0 : 1;
}

async function printStatus(services: Services): Promise<number> {
  const statuses = await services.moodle.status();
  process.stdout.write(statuses.length === 0 ? 'No platforms yet.\n' : statuses.map(describeStatus).join('\n'));
  return 0;
}

try {
  process.exitCode = await moodle(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}
