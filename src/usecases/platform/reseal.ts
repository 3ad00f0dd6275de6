import type { Dependencies } from '../dependencies.js';
import { TOKEN_PURPOSE } from '../follow-up/compose-message.js';
import { SEALED_AS } from '../launch/tool-keys.js';

/**
 * Seals our signing keys and the tokens of connections with the newest `APP_SECRET`, so that the one before can be taken away
 * (decisions.md 34). Sessions are not touched: they end within the day. What neither secret opens is logged and left as it is.
 */
export function createReseal({ data, secrets, logger }: Dependencies) {
  const reseal = (purpose: string, sealed: string): string | null => {
    try {
      return secrets.seal(purpose, secrets.open(purpose, sealed));
    } catch {
      logger.error({ purpose }, 'a sealed value opens with neither secret');
      return null;
    }
  };
  return (): Promise<void> =>
    data.write(async ({ launches, platforms }) => {
      for (const { kid, privateJwkSealed } of await launches.listKeys()) {
        const sealed = reseal(SEALED_AS, privateJwkSealed);
        if (sealed) await launches.resealKey(kid, sealed);
      }
      for (const { id } of await platforms.list()) {
        const connection = await platforms.findConnection(id);
        const tokenSealed = connection && reseal(TOKEN_PURPOSE, connection.tokenSealed);
        if (connection && tokenSealed) await platforms.saveConnection({ ...connection, tokenSealed });
      }
    });
}
