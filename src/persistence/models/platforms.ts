import { column } from './columns.js';
import { table } from './table.js';

/** One LMS registration: issuer, client id and endpoints. `status`: pending until the first good launch or an operator's word, then active; disabled by hand. */
export interface PlatformRow {
  id: number;
  name: string;
  issuer: string;
  clientId: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  jwksUri: string;
  status: string;
  /** `open`: an unknown deployment of this client is recorded at launch; `listed`: only known ones may launch. */
  deploymentPolicy: string;
  timeZone: string;
  smallestGroup: number;
  createdAt: Date;
  updatedAt: Date;
}
export const platforms = table<PlatformRow>(
  'platforms',
  {
    id: column.id(),
    name: column.text(),
    issuer: column.text(),
    clientId: column.text(),
    authorizationEndpoint: column.text(1024),
    tokenEndpoint: column.text(1024),
    jwksUri: column.text(1024),
    status: column.text(16),
    deploymentPolicy: column.text(16),
    timeZone: column.text(64),
    smallestGroup: column.integer(),
    createdAt: column.moment(),
    updatedAt: column.moment(),
  },
  [{ name: 'platforms_issuer_client', unique: true, fields: ['issuer', 'client_id'] }],
);

/** One placement of the tool inside a platform. */
export interface DeploymentRow {
  id: number;
  platformId: number;
  ltiDeploymentId: string;
  createdAt: Date;
}
export const deployments = table<DeploymentRow>(
  'deployments',
  { id: column.id(), platformId: column.owned('platforms'), ltiDeploymentId: column.text(), createdAt: column.moment() },
  [{ name: 'deployments_platform_lti', unique: true, fields: ['platform_id', 'lti_deployment_id'] }],
);

/** A one-use link that opens dynamic registration for 24 hours; only its hash is kept. */
export interface RegistrationLinkRow {
  id: number;
  keyHash: string;
  /** The platform whose client id the registration replaces, or null for a new one. */
  platformId: number | null;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
}
export const registrationLinks = table<RegistrationLinkRow>(
  'registration_links',
  {
    id: column.id(),
    keyHash: column.text(64),
    platformId: column.owned('platforms', { allowNull: true } as never),
    createdAt: column.moment(),
    expiresAt: column.moment(),
    usedAt: column.optionalMoment(),
    revokedAt: column.optionalMoment(),
  },
  [{ name: 'registration_links_key', unique: true, fields: ['key_hash'] }],
);

/** The web-service connection of a Moodle platform; the token is sealed with `APP_SECRET`. */
export interface MoodleConnectionRow {
  id: number;
  platformId: number;
  siteUrl: string;
  tokenSealed: string;
  serviceUserId: string;
  /** `working`, or `stopped` with a reason code after an error that concerns the whole platform. */
  state: string;
  stopReason: string | null;
  checkedAt: Date;
}
export const moodleConnections = table<MoodleConnectionRow>(
  'moodle_connections',
  {
    id: column.id(),
    platformId: column.owned('platforms'),
    siteUrl: column.text(1024),
    tokenSealed: column.text(1024),
    serviceUserId: column.text(),
    state: column.text(16),
    stopReason: column.optionalText(64),
    checkedAt: column.moment(),
  },
  [{ name: 'moodle_connections_platform', unique: true, fields: ['platform_id'] }],
);
