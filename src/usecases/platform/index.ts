import { createAddPlatform } from './add-platform.js';
import { createListPlatforms, createRemovePlatform } from './list-platforms.js';
import { createOpenPlatform } from './open-platform.js';
import type { PlatformDependencies } from './platform-dependencies.js';
import { createRegisterPlatform } from './register-platform.js';
import { createListRegistrationLinks, createMakeRegistrationLink, createRevokeRegistrationLink } from './registration-links.js';

/** What can be done with platforms. */
export function createPlatformUseCases(deps: PlatformDependencies) {
  return {
    registerPlatform: createRegisterPlatform(deps),
    makeRegistrationLink: createMakeRegistrationLink(deps),
    listRegistrationLinks: createListRegistrationLinks(deps),
    revokeRegistrationLink: createRevokeRegistrationLink(deps),
    addPlatform: createAddPlatform(deps),
    listPlatforms: createListPlatforms(deps),
    removePlatform: createRemovePlatform(deps),
    openPlatform: createOpenPlatform(deps),
    addresses: deps.profile,
  };
}

export type PlatformUseCases = ReturnType<typeof createPlatformUseCases>;
