import { parseArgs } from 'node:util';
import { AppError } from '../shared/errors.js';
import type { PlatformUseCases } from '../usecases/platform/index.js';
import { print, showUsage } from './command-line.js';
import { prepare } from './prepare.js';

const USAGE = `Usage: npm run platform -- add --issuer URL --client-id ID --authorization URL --token URL --jwks URL
                              [--name NAME] [--time-zone ZONE] [--deployment ID]...
       npm run platform -- list
       npm run platform -- remove PLATFORM --yes     with its people, courses and everything they stated
One client id may have several deployments: name each, at once or by adding again. Without any, the first launch tells.
For Moodle the addresses are: issuer = the site's address, and below it
  /mod/lti/auth.php (authorization), /mod/lti/token.php (token), /mod/lti/certs.php (jwks)
`;

const options = {
  issuer: { type: 'string' },
  'client-id': { type: 'string' },
  authorization: { type: 'string' },
  token: { type: 'string' },
  jwks: { type: 'string' },
  name: { type: 'string' },
  'time-zone': { type: 'string' },
  deployment: { type: 'string', multiple: true },
  yes: { type: 'boolean' },
} as const;

type Values = NonNullable<ReturnType<typeof parse>>['values'];

/** `npm run platform -- add | list | remove`: course sites by hand, for those without dynamic registration. */
async function platform(args: string[]): Promise<number> {
  const parsed = parse(args);
  const [command, id, ...rest] = parsed?.positionals ?? [];
  const isKnown = command === 'add' || command === 'list' || (command === 'remove' && /^[1-9]\d{0,8}$/.test(id ?? ''));
  if (!parsed || !isKnown || rest.length > 0 || (command !== 'remove' && id !== undefined)) return showUsage(USAGE);
  if (command === 'remove' && !parsed.values.yes) {
    process.stderr.write('This deletes the platform with its people, courses and everything they stated. Add --yes when you mean it.\n');
    return 2;
  }
  const services = await prepare('stderr');
  try {
    if (command === 'add') return await add(services.lti.platforms, parsed.values);
    if (command === 'list') return await list(services.lti.platforms);
    const removed = await services.lti.platforms.removePlatform({ id: Number(id) });
    print(`Removed platform ${removed.id}, ${removed.issuer}`);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'not-found') throw error;
    process.stderr.write('There is no such platform.\n');
    return 1;
  } finally {
    await services.database.close();
  }
}

async function add(platforms: PlatformUseCases, values: Values): Promise<number> {
  const outcome = await platforms.addPlatform({
    name: values.name,
    issuer: values.issuer ?? '',
    clientId: values['client-id'] ?? '',
    authorizationEndpoint: values.authorization ?? '',
    tokenEndpoint: values.token ?? '',
    jwksUri: values.jwks ?? '',
    deployments: values.deployment ?? [],
    timeZone: values['time-zone'],
  });
  if (outcome.kind === 'invalid') {
    process.stderr.write(`${outcome.faults.map((fault) => `  - ${fault}\n`).join('')}${USAGE}`);
    return 2;
  }
  const { platform: stored, deployments } = outcome;
  print(`${outcome.kind === 'added' ? 'Added' : 'Updated'} platform ${stored.id}, ${stored.issuer}`);
  print(`Deployments: ${deployments.length > 0 ? deployments.join(', ') : 'told by the first launch'}`);
  const { addresses } = platforms;
  print('\nCopy these into the course site:');
  print(`  Tool URL                 ${addresses.launchUrl}`);
  print(`  Public keyset            ${addresses.keysUrl}`);
  print(`  Initiate login URL       ${addresses.loginUrl}`);
  print(`  Redirection URI(s)       ${addresses.launchUrl}`);
  print(`  Content selection URL    ${addresses.deepLinkUrl}`);
  for (const [name, value] of Object.entries(addresses.customParameters)) print(`  Custom parameter         ${name}=${value}`);
  return 0;
}

async function list(platforms: PlatformUseCases): Promise<number> {
  for (const { id, status, issuer, clientId, name, deployments } of await platforms.listPlatforms()) {
    print(`${id}  ${status.padEnd(8)} ${issuer}  client ${clientId}  deployments ${deployments.join(', ') || '-'}  (${name})`);
  }
  return 0;
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: true });
  } catch {
    return null;
  }
}

process.exitCode = await platform(process.argv.slice(2));
