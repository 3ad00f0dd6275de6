import { randomBytes } from 'node:crypto';

/** A source of randomness; injected, so that tests can be repeated. */
export interface Random {
  /** URL-safe text carrying `bytes` random bytes. */
  token(bytes?: number): string;
  /** A number from 0 up to, not including, 1. */
  fraction(): number;
}

/** Randomness from the operating system. */
export const systemRandom: Random = {
  token: (bytes = 32) => randomBytes(bytes).toString('base64url'),
  fraction: () => randomBytes(4).readUInt32BE() / 2 ** 32,
};
