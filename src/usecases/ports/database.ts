import type { DeliveryRepository } from './deliveries.js';
import type { FollowUpRepository } from './follow-ups.js';
import type { ImpactMapRepository } from './impact-maps.js';
import type { IntentionRepository } from './intentions.js';
import type { JobRepository } from './jobs.js';
import type { LaunchRepository } from './launches.js';
import type { PeopleRepository } from './people.js';
import type { PlatformRepository } from './platforms.js';
import type { PrivacyRepository } from './privacy.js';
import type { ReleaseRepository } from './releases.js';

/** Every repository. Finders return null when there is nothing; `get…` throws NotFound. */
export interface Repositories {
  platforms: PlatformRepository;
  launches: LaunchRepository;
  people: PeopleRepository;
  impactMaps: ImpactMapRepository;
  intentions: IntentionRepository;
  followUps: FollowUpRepository;
  deliveries: DeliveryRepository;
  releases: ReleaseRepository;
  jobs: JobRepository;
  privacy: PrivacyRepository;
}

/** Runs work in one transaction, and again when the database asks for it: the work has no effect outside the database. */
export type UnitOfWork = <Result>(work: (repositories: Repositories) => Promise<Result>) => Promise<Result>;

/** The database as use cases see it. Reads may use `read`; whatever writes goes through `write`. */
export interface Database {
  read: Repositories;
  write: UnitOfWork;
}
