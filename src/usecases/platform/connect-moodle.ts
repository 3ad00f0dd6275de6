import { TOKEN_PURPOSE } from '../follow-up/compose-message.js';
import type { ConnectionCheck, MessageChannel } from '../ports/message-channel.js';
import type { MoodleConnection, Platform } from '../ports/platforms.js';
import type { WorkerDependencies } from '../worker/dependencies.js';

/** What came of connecting or checking. `refused`: nothing was stored or changed to working; `check` says what is missing. */
export type ConnectOutcome =
  | { kind: 'connected'; check: ConnectionCheck }
  | { kind: 'refused'; check: ConnectionCheck }
  | { kind: 'no-platform' }
  | { kind: 'not-connected' };

/** A platform with its connection and what waits for it. */
export interface ConnectionStatus {
  platform: Platform;
  connection: Omit<MoodleConnection, 'tokenSealed'> | null;
  deliveries: Record<string, number>;
  waitingFollowUps: number;
}

const sameSite = (a: string, b: string): boolean => a.replace(/\/+$/, '') === b.replace(/\/+$/, '');

/** Asks a site who the token is and what it may do; not usable when it says that it is another site than the platform. */
export async function checkSite(
  channel: MessageChannel,
  platform: Platform,
  site: { siteUrl: string; token: string },
): Promise<ConnectionCheck> {
  const check = await channel.check(site);
  if (check.failure !== null || sameSite(check.siteUrl, platform.issuer)) return check;
  return { ...check, isUsable: false, missing: [...check.missing, 'other-site'] };
}

/**
 * Connects a platform with its Moodle's web services, checks a connection again, and tells how all of them stand. The token is
 * checked first and stored sealed; a token of another site is refused, because people's ids would mean other people there.
 */
export function createConnectMoodle(deps: Pick<WorkerDependencies, 'data' | 'clocks' | 'secrets' | 'channel'>) {
  const { data, clocks, secrets, channel } = deps;
  const checkFor = (platform: Platform, site: { siteUrl: string; token: string }) => checkSite(channel, platform, site);
  return {
    async connect({ platformId, siteUrl, token }: { platformId: number; siteUrl: string; token: string }): Promise<ConnectOutcome> {
      const platform = await data.read.platforms.find(platformId);
      if (!platform) return { kind: 'no-platform' };
      const check = await checkFor(platform, { siteUrl, token });
      if (!check.isUsable) return { kind: 'refused', check };
      await data.write(({ platforms }) =>
        platforms.saveConnection({
          platformId,
          siteUrl: siteUrl.replace(/\/+$/, ''),
          tokenSealed: secrets.seal(TOKEN_PURPOSE, token),
          serviceUserId: check.serviceUserId,
          state: 'working',
          stopReason: null,
          checkedAt: clocks.protocol.now(),
        }),
      );
      return { kind: 'connected', check };
    },
    async check(platformId: number): Promise<ConnectOutcome> {
      const platform = await data.read.platforms.find(platformId);
      if (!platform) return { kind: 'no-platform' };
      const connection = await data.read.platforms.findConnection(platformId);
      if (!connection) return { kind: 'not-connected' };
      const check = await checkFor(platform, {
        siteUrl: connection.siteUrl,
        token: secrets.open(TOKEN_PURPOSE, connection.tokenSealed),
      });
      const reason = check.failure ?? check.missing[0] ?? null;
      const state = check.isUsable ? 'working' : 'stopped';
      await data.write(({ platforms }) => platforms.setConnectionState(platformId, state, reason, clocks.protocol.now()));
      return { kind: check.isUsable ? 'connected' : 'refused', check };
    },
    async status(): Promise<ConnectionStatus[]> {
      const { platforms, deliveries, followUps } = data.read;
      const statuses: ConnectionStatus[] = [];
      for (const platform of await platforms.list()) {
        const sealed = await platforms.findConnection(platform.id);
        const { tokenSealed: _token, ...connection } = sealed ?? { tokenSealed: '' };
        statuses.push({
          platform,
          connection: sealed ? (connection as Omit<MoodleConnection, 'tokenSealed'>) : null,
          deliveries: await deliveries.countStates(platform.id),
          waitingFollowUps: await followUps.countWaiting(platform.id, clocks.calendar.now()),
        });
      }
      return statuses;
    },
  };
}
export type ConnectMoodle = ReturnType<typeof createConnectMoodle>;
