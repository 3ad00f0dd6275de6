/** pending: registered, waits for its first good launch or an operator; active; disabled: refused. */
export type PlatformStatus = 'pending' | 'active' | 'disabled';

/** One LMS registration: issuer + client id + endpoints. */
export interface Platform {
  id: number;
  name: string;
  issuer: string;
  clientId: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  jwksUri: string;
  status: PlatformStatus;
  deploymentPolicy: 'open' | 'listed';
  timeZone: string;
  smallestGroup: number;
}

export type NewPlatform = Omit<Platform, 'id'>;

/** A link that opens registration once, within 24 hours. */
export interface RegistrationLink {
  id: number;
  platformId: number | null;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
}

/** The web-service connection of a Moodle platform; `token` is opened only where it is used. */
export interface MoodleConnection {
  platformId: number;
  siteUrl: string;
  tokenSealed: string;
  serviceUserId: string;
  state: 'working' | 'stopped';
  stopReason: string | null;
  checkedAt: Date;
}

export interface PlatformRepository {
  find(id: number): Promise<Platform | null>;
  findByClient(issuer: string, clientId: string): Promise<Platform | null>;
  listByIssuer(issuer: string): Promise<Platform[]>;
  list(): Promise<Platform[]>;
  add(platform: NewPlatform, now: Date): Promise<Platform>;
  update(id: number, change: Partial<NewPlatform>, now: Date): Promise<void>;
  remove(id: number): Promise<void>;
  findDeployment(platformId: number, ltiDeploymentId: string): Promise<{ id: number } | null>;
  addDeployment(platformId: number, ltiDeploymentId: string, now: Date): Promise<{ id: number }>;
  listDeployments(platformId: number): Promise<{ id: number; ltiDeploymentId: string }[]>;
  addRegistrationLink(link: { keyHash: string; platformId: number | null; createdAt: Date; expiresAt: Date }): Promise<void>;
  findRegistrationLink(keyHash: string): Promise<RegistrationLink | null>;
  /** Marks a link used; true for the one caller who did it first. */
  useRegistrationLink(id: number, now: Date): Promise<boolean>;
  listRegistrationLinks(): Promise<RegistrationLink[]>;
  revokeRegistrationLink(id: number, now: Date): Promise<void>;
  findConnection(platformId: number): Promise<MoodleConnection | null>;
  saveConnection(connection: MoodleConnection): Promise<void>;
  setConnectionState(platformId: number, state: MoodleConnection['state'], reason: string | null, now: Date): Promise<void>;
}
