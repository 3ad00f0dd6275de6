import type { JWK } from 'jose';
import { makeToolKey, type SigningKey } from '../../lti/tool-keys.js';
import type { Dependencies } from '../dependencies.js';
import type { ToolKey } from '../ports/launches.js';

/** What private halves of keys are sealed for. */
export const SEALED_AS = 'tool-key';

/** Our own keys: what is published, and what signs. */
export interface ToolKeys {
  /** Makes the first key when there is none; called at start. */
  ensure(): Promise<void>;
  /** The public halves of every key that may still be in use. */
  published(): Promise<Record<string, unknown>[]>;
  /** The newest key that is active now. */
  signingKey(): Promise<SigningKey>;
}

/** Our signing keys, kept in the database with their private halves sealed by `APP_SECRET` (issue: our signing keys; security.md B12, B14). */
export function createToolKeys({ data, clocks, secrets }: Dependencies): ToolKeys {
  let making: Promise<ToolKey[]> | null = null;
  const make = async (): Promise<ToolKey[]> => {
    const { kid, publicJwk, privateJwk } = await makeToolKey();
    const privateJwkSealed = secrets.seal(SEALED_AS, JSON.stringify(privateJwk));
    const now = clocks.protocol.now();
    return data.write(async ({ launches }) => {
      const there = await launches.listKeys();
      if (there.length > 0) return there;
      await launches.addKey({ kid, publicJwk: { ...publicJwk }, privateJwkSealed, createdAt: now, activeFrom: now, retiredAt: null });
      return launches.listKeys();
    });
  };
  const keys = async (): Promise<ToolKey[]> => {
    const there = await data.read.launches.listKeys();
    if (there.length > 0) return there;
    making ??= make().finally(() => {
      making = null;
    });
    return making;
  };
  const inUse = async (): Promise<ToolKey[]> => (await keys()).filter(({ retiredAt }) => !retiredAt || retiredAt > clocks.protocol.now());
  return {
    ensure: async () => void (await keys()),
    published: async () => (await inUse()).map(({ publicJwk }) => publicJwk),
    async signingKey() {
      const active = (await inUse()).filter(({ activeFrom }) => activeFrom <= clocks.protocol.now());
      const newest = active.at(-1);
      if (!newest) throw new Error('no signing key is active');
      return { kid: newest.kid, privateJwk: JSON.parse(secrets.open(SEALED_AS, newest.privateJwkSealed)) as JWK };
    },
  };
}
