import { parseArgs } from 'node:util';
import { AppError } from '../shared/errors.js';
import { print, showUsage } from './command-line.js';
import { prepare } from './prepare.js';

const USAGE = `Usage: npm run registration-link                      a link for a new course site (works once, 24 hours)
       npm run registration-link -- --for PLATFORM    a link that replaces the client id of a platform and keeps its people
       npm run registration-link -- --list            every link and what became of it
       npm run registration-link -- --revoke LINK     closes a link
`;

const options = {
  for: { type: 'string' },
  list: { type: 'boolean' },
  revoke: { type: 'string' },
} as const;

/** `npm run registration-link`: makes, lists and closes registration links; the address is printed once and kept nowhere. */
async function registrationLink(args: string[]): Promise<number> {
  const values = parse(args);
  if (!values) return showUsage(USAGE);
  const ids = [values.for, values.revoke].filter((id) => id !== undefined);
  if (ids.length + (values.list ? 1 : 0) > 1 || ids.some((id) => !/^[1-9]\d{0,8}$/.test(id))) return showUsage(USAGE);
  const services = await prepare('stderr');
  const { platforms } = services.lti;
  try {
    if (values.list) {
      for (const { id, platformId, state, expiresAt } of await platforms.listRegistrationLinks()) {
        print(`${id}  ${state.padEnd(8)} until ${expiresAt.toISOString()}${platformId ? `  for platform ${platformId}` : ''}`);
      }
    } else if (values.revoke) {
      await platforms.revokeRegistrationLink({ id: Number(values.revoke) });
      print(`Link ${values.revoke} is closed.`);
    } else {
      const { url, expiresAt } = await platforms.makeRegistrationLink({ platformId: values.for ? Number(values.for) : null });
      print(url);
      print(`Works once, until ${expiresAt.toISOString()}.`);
      print('In Moodle: Site administration > Plugins > Activity modules > External tool > Manage tools; paste it as the tool URL');
      print('and choose "Add LTI Advantage". The page that follows tells the clicks that are left.');
    }
    return 0;
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'not-found') throw error;
    process.stderr.write(`There is no such ${String(error.detail['what'])}.\n`);
    return 1;
  } finally {
    await services.database.close();
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, strict: true }).values;
  } catch {
    return null;
  }
}

process.exitCode = await registrationLink(process.argv.slice(2));
