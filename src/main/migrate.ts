import { compose } from './compose.js';
import { configOrExit } from './prepare.js';

const USAGE = 'Usage: npm run migrate -- up | down | status\n';

/** `npm run migrate -- up | down | status`: brings the schema up, takes the newest step back, or lists what is done and pending. */
async function migrate(command: string | undefined): Promise<number> {
  if (command !== 'up' && command !== 'down' && command !== 'status') {
    process.stderr.write(USAGE);
    return 2;
  }
  const { migrator, database } = await compose(configOrExit());
  try {
    if (command === 'status') {
      for (const name of await migrator.executed()) process.stdout.write(`done     ${name}\n`);
      for (const name of await migrator.pending()) process.stdout.write(`pending  ${name}\n`);
      return 0;
    }
    const names = await migrator[command]();
    process.stdout.write(names.length === 0 ? 'Nothing to do.\n' : names.map((name) => `${command.padEnd(5)}${name}\n`).join(''));
    return 0;
  } finally {
    await database.close();
  }
}

process.exitCode = await migrate(process.argv[2]);
