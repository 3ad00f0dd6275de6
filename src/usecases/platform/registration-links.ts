import { addMs, HOUR_MS } from '../../shared/dates.js';
import { NotFound } from '../../shared/errors.js';
import { sha256 } from '../../shared/secrets.js';
import type { RegistrationLink } from '../ports/platforms.js';
import type { PlatformDependencies } from './platform-dependencies.js';

/** A registration link as its maker sees it; the address is shown once and nowhere kept (decisions.md 32). */
export interface NewRegistrationLink {
  url: string;
  expiresAt: Date;
}

export type LinkState = 'open' | 'used' | 'revoked' | 'expired';
export type ListedLink = Pick<RegistrationLink, 'id' | 'platformId' | 'expiresAt'> & { state: LinkState };

/** Makes a link that opens registration once, within 24 hours; with a platform, its client id will be replaced. */
export function createMakeRegistrationLink({ data, clocks, random, publicUrl, settings }: PlatformDependencies) {
  return async ({ platformId }: { platformId: number | null }): Promise<NewRegistrationLink> => {
    if (platformId !== null && !(await data.read.platforms.find(platformId))) throw new NotFound('platform');
    const key = random.token();
    const createdAt = clocks.protocol.now();
    const expiresAt = addMs(createdAt, settings.registrationLinkHours * HOUR_MS);
    await data.write(({ platforms }) => platforms.addRegistrationLink({ keyHash: sha256(key), platformId, createdAt, expiresAt }));
    return { url: `${publicUrl}/lti/register?key=${key}`, expiresAt };
  };
}

/** Every link ever made, with what became of it. */
export function createListRegistrationLinks({ data, clocks }: PlatformDependencies) {
  return async (): Promise<ListedLink[]> => {
    const now = clocks.protocol.now();
    const links = await data.read.platforms.listRegistrationLinks();
    return links.map((link) => ({ id: link.id, platformId: link.platformId, expiresAt: link.expiresAt, state: stateOf(link, now) }));
  };
}

/** Closes a link before it is used. */
export function createRevokeRegistrationLink({ data, clocks }: PlatformDependencies) {
  return async ({ id }: { id: number }): Promise<void> => {
    const links = await data.read.platforms.listRegistrationLinks();
    if (!links.some((link) => link.id === id)) throw new NotFound('registration-link');
    await data.write(({ platforms }) => platforms.revokeRegistrationLink(id, clocks.protocol.now()));
  };
}

/** What may be done with a link now. */
export function stateOf(link: RegistrationLink, now: Date): LinkState {
  if (link.revokedAt) return 'revoked';
  if (link.usedAt) return 'used';
  return link.expiresAt <= now ? 'expired' : 'open';
}
