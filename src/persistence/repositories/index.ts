import type { Repositories } from '../../usecases/ports/database.js';
import type { RepositoryContext } from './context.js';
import { createDeliveryRepository } from './deliveries.js';
import { createFollowUpRepository } from './follow-ups.js';
import { createImpactMapRepository } from './impact-maps.js';
import { createIntentionRepository } from './intentions.js';
import { createJobRepository } from './jobs.js';
import { createLaunchRepository } from './launches.js';
import { createPeopleRepository } from './people.js';
import { createPlatformRepository } from './platforms.js';
import { createPrivacyRepository } from './privacy.js';
import { createReleaseRepository } from './releases.js';

/** Every repository on one connection or transaction. */
export function createRepositories(context: RepositoryContext): Repositories {
  return {
    platforms: createPlatformRepository(context),
    launches: createLaunchRepository(context),
    people: createPeopleRepository(context),
    impactMaps: createImpactMapRepository(context),
    intentions: createIntentionRepository(context),
    followUps: createFollowUpRepository(context),
    deliveries: createDeliveryRepository(context),
    releases: createReleaseRepository(context),
    jobs: createJobRepository(context),
    privacy: createPrivacyRepository(context),
  };
}
