import { randomBytes } from 'node:crypto';
import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { Clock } from '../../shared/clock.js';
import { type Faults, noFaults } from './faults.js';
import type { DemoActivity, DemoPerson, DemoState } from './state.js';

/** Signs what the platform says. */
export interface PlatformKey {
  kid: string;
  publicJwk: JWK;
  /** For the demo's own folder, so that a restart keeps the key. */
  pem: string;
  sign(claims: JWTPayload): Promise<string>;
}

/** A launch that was started and not used yet; used up by the first authorization request (moodle 1.3). */
export interface StartedLaunch {
  sessionId: string;
  personId: string;
  kind: 'resource-link' | 'deep-linking';
  activityId: string | null;
  courseId: string;
}

/** Somebody's browser. */
export interface DemoSession {
  id: string;
  personId: string | null;
  sesskey: string;
  language: 'en' | 'nl';
}

/** The running LMS: what its routes share. */
export interface DemoPlatform {
  issuer: string;
  state: DemoState;
  key: PlatformKey;
  /** The machine's time: tokens, messages' `timecreated`. */
  clock: Clock;
  /** The demo's own date. */
  calendar: Clock;
  faults: Faults;
  serviceToken: string;
  servicePersonId: string;
  launches: Map<string, StartedLaunch>;
  sessions: Map<string, DemoSession>;
  accessTokens: Map<string, { scopes: string[]; expiresAt: number }>;
  /** Called after every change worth keeping. */
  changed(): void;
}

/** Makes a signing key, or takes the one kept as PEM. */
export async function createPlatformKey(kept?: { kid: string; pem: string }): Promise<PlatformKey> {
  const kid = kept?.kid ?? randomBytes(10).toString('hex');
  const privateKey = kept
    ? await importPKCS8(kept.pem, 'RS256', { extractable: true })
    : (await generateKeyPair('RS256', { extractable: true })).privateKey;
  const { kty, n, e } = await exportJWK(privateKey);
  return {
    kid,
    publicJwk: { kty: kty as string, n: n as string, e: e as string, alg: 'RS256', use: 'sig', kid },
    pem: await exportPKCS8(privateKey),
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid }).sign(privateKey),
  };
}

/** Puts a platform together; it neither listens nor keeps anything by itself. */
export function createPlatform(
  parts: Pick<DemoPlatform, 'issuer' | 'state' | 'key' | 'clock' | 'calendar'> & Partial<DemoPlatform>,
): DemoPlatform {
  return {
    faults: noFaults(),
    serviceToken: randomBytes(16).toString('hex'),
    servicePersonId: '2',
    launches: new Map(),
    sessions: new Map(),
    accessTokens: new Map(),
    changed: () => undefined,
    ...parts,
  };
}

export function findPerson(platform: DemoPlatform, id: string | null): DemoPerson | null {
  return platform.state.people.find((person) => person.id === id) ?? null;
}

export function findActivity(platform: DemoPlatform, id: string): DemoActivity | null {
  return platform.state.activities.find((activity) => activity.id === id) ?? null;
}

/** Letters and digits that nobody can guess. */
export function randomName(length: number): string {
  return randomBytes(length * 2)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, length)
    .padEnd(length, '0');
}
