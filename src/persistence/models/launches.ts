import { column } from './columns.js';
import { table } from './table.js';

/** A launch we wait for: written at login, consumed once at launch by a guarded UPDATE. One-time values are kept as hashes. */
export interface PendingLaunchRow {
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
export const pendingLaunches = table<PendingLaunchRow>(
  'pending_launches',
  {
    id: column.id(),
    handleHash: column.text(64),
    stateHash: column.text(64),
    browserHash: column.text(64),
    platformId: column.owned('platforms'),
    targetLinkUri: column.text(2048),
    loginHint: column.text(2048),
    messageHint: column.optionalLongText(),
    createdAt: column.moment(),
    expiresAt: column.moment(),
    consumedAt: column.optionalMoment(),
  },
  [
    { name: 'pending_launches_state', unique: true, fields: ['state_hash'] },
    { name: 'pending_launches_handle', unique: true, fields: ['handle_hash'] },
    { name: 'pending_launches_expires', fields: ['expires_at'] },
  ],
);

/** Our session after a launch; the cookie's value is kept as a hash. */
export interface ToolSessionRow {
  id: number;
  tokenHash: string;
  personId: number;
  platformId: number;
  deploymentId: number;
  /** The course and activity of the launch; null where the launch named none. */
  courseId: number | null;
  placementId: number | null;
  isAdministrator: boolean;
  /** The person's name for this session only, sealed; null when the LMS sent none. */
  nameSealed: string | null;
  language: string;
  /** Deep-linking settings, sealed, until the choice is sent back. */
  deepLinkingSealed: string | null;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}
export const toolSessions = table<ToolSessionRow>(
  'tool_sessions',
  {
    id: column.id(),
    tokenHash: column.text(64),
    personId: column.owned('people'),
    platformId: column.owned('platforms'),
    deploymentId: column.owned('deployments'),
    courseId: column.owned('courses', { allowNull: true } as never),
    placementId: column.owned('placements', { allowNull: true } as never),
    isAdministrator: column.flag(),
    nameSealed: column.optionalText(1024),
    language: column.text(8),
    deepLinkingSealed: column.optionalLongText(),
    createdAt: column.moment(),
    expiresAt: column.moment(),
    revokedAt: column.optionalMoment(),
  },
  [
    { name: 'tool_sessions_token', unique: true, fields: ['token_hash'] },
    { name: 'tool_sessions_expires', fields: ['expires_at'] },
  ],
);

/** Our signing keys; private halves are sealed with `APP_SECRET`. */
export interface ToolKeyRow {
  id: number;
  kid: string;
  publicJwk: string;
  privateJwkSealed: string;
  createdAt: Date;
  /** From when it signs; it is published before. */
  activeFrom: Date;
  retiredAt: Date | null;
}
export const toolKeys = table<ToolKeyRow>(
  'tool_keys',
  {
    id: column.id(),
    kid: column.text(64),
    publicJwk: column.longText(),
    privateJwkSealed: column.longText(),
    createdAt: column.moment(),
    activeFrom: column.moment(),
    retiredAt: column.optionalMoment(),
  },
  [{ name: 'tool_keys_kid', unique: true, fields: ['kid'] }],
);
