import type { Language } from '../../shared/language.js';

/** A launch we wait for; one-time values are hashes. */
export interface PendingLaunch {
  id: number;
  handleHash: string;
  stateHash: string;
  browserHash: string;
  platformId: number;
  targetLinkUri: string;
  loginHint: string;
  messageHint: string | null;
  createdAt: Date;
  expiresAt: Date;
  consumedAt: Date | null;
}

/** Our session after a launch. */
export interface ToolSession {
  id: number;
  tokenHash: string;
  personId: number;
  platformId: number;
  deploymentId: number;
  courseId: number | null;
  placementId: number | null;
  isAdministrator: boolean;
  nameSealed: string | null;
  language: Language;
  deepLinkingSealed: string | null;
  createdAt: Date;
  expiresAt: Date;
}

export interface ToolKey {
  kid: string;
  publicJwk: Record<string, unknown>;
  privateJwkSealed: string;
  createdAt: Date;
  activeFrom: Date;
  retiredAt: Date | null;
}

export interface LaunchRepository {
  addPending(launch: Omit<PendingLaunch, 'id' | 'consumedAt'>): Promise<void>;
  findPendingByHandle(handleHash: string): Promise<PendingLaunch | null>;
  findPendingByState(stateHash: string): Promise<PendingLaunch | null>;
  /** Binds a pending launch to another browser (continuing in a new tab); only while it is not consumed. */
  rebindPending(id: number, browserHash: string): Promise<boolean>;
  /** Uses a pending launch up by one guarded update; true for the one caller who did it. */
  consumePending(id: number, now: Date): Promise<boolean>;
  deleteExpired(now: Date): Promise<void>;
  addSession(session: Omit<ToolSession, 'id'>): Promise<ToolSession>;
  /** A session that is neither expired nor revoked. */
  findSession(tokenHash: string, now: Date): Promise<ToolSession | null>;
  setSessionLanguage(id: number, language: Language): Promise<void>;
  clearDeepLinking(id: number): Promise<void>;
  revokeSession(id: number, now: Date): Promise<void>;
  listKeys(): Promise<ToolKey[]>;
  addKey(key: ToolKey): Promise<void>;
  /** Keeps the private half of a key under another seal. */
  resealKey(kid: string, privateJwkSealed: string): Promise<void>;
}
