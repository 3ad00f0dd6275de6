import { TOKEN_PURPOSE } from '../follow-up/compose-message.js';
import { checkSite } from '../platform/connect-moodle.js';
import type { MoodleConnection, Platform } from '../ports/platforms.js';
import type { WorkerDependencies } from './dependencies.js';

/** Asks stopped connections whether they work again, so that waiting messages leave once the site was mended. Answers how many do. */
export function createRecheckConnections(deps: WorkerDependencies) {
  return async (): Promise<number> => {
    let mended = 0;
    for (const platform of await deps.data.read.platforms.list()) {
      const connection = await deps.data.read.platforms.findConnection(platform.id);
      if (connection?.state !== 'stopped' || !(await works(deps, platform, connection))) continue;
      await deps.data.write(({ platforms }) => platforms.setConnectionState(platform.id, 'working', null, deps.clocks.protocol.now()));
      deps.logger.info({ platformId: platform.id }, 'a connection works again');
      mended += 1;
    }
    return mended;
  };
}

async function works({ secrets, channel, logger }: WorkerDependencies, platform: Platform, connection: MoodleConnection): Promise<boolean> {
  let token: string;
  try {
    token = secrets.open(TOKEN_PURPOSE, connection.tokenSealed);
  } catch {
    logger.error({ platformId: connection.platformId }, 'the token of a connection cannot be opened');
    return false;
  }
  return (await checkSite(channel, platform, { siteUrl: connection.siteUrl, token })).isUsable;
}
