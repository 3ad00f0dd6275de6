import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** The SHA-256 of a text in hexadecimal: how one-time values are stored. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Compares two texts in a time that does not depend on where they differ. */
export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

/** What the rest of the program may do with `APP_SECRET`, without ever seeing it. */
export interface Secrets {
  /** A URL-safe keyed digest of `text`, different for each `purpose`. */
  mac(purpose: string, text: string): string;
  /** Encrypts a text (AES-256-GCM) for the database. */
  seal(purpose: string, text: string): string;
  /** Decrypts what `seal` made; throws when it was made with another secret or purpose, or was changed. */
  open(purpose: string, sealed: string): string;
}

const SEAL_VERSION = 'v1';

/** Builds the `Secrets` of one `APP_SECRET`; `previous` is still accepted when opening (decisions.md 34). */
export function createSecrets(appSecret: string, previous?: string): Secrets {
  const key = (secret: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'impact-map', purpose, 32));
  const openWith = (secret: string, purpose: string, sealed: string): string => {
    const [version, iv, tag, body] = sealed.split('.');
    if (version !== SEAL_VERSION || !iv || !tag || body === undefined) throw new Error('not a sealed value');
    const decipher = createDecipheriv('aes-256-gcm', key(secret, `seal:${purpose}`), Buffer.from(iv, 'base64url'), { authTagLength: 16 });
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
  };
  return {
    mac: (purpose, text) =>
      createHmac('sha256', key(appSecret, `mac:${purpose}`))
        .update(text)
        .digest('base64url'),
    seal(purpose, text) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key(appSecret, `seal:${purpose}`), iv, { authTagLength: 16 });
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [SEAL_VERSION, iv.toString('base64url'), cipher.getAuthTag().toString('base64url'), body.toString('base64url')].join('.');
    },
    open(purpose, sealed) {
      try {
        return openWith(appSecret, purpose, sealed);
      } catch (error) {
        if (!previous) throw error;
        return openWith(previous, purpose, sealed);
      }
    },
  };
}
