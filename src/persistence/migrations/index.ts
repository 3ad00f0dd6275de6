import { platforms } from './0001-platforms.js';
import { deployments } from './0002-deployments.js';
import { registrationLinks } from './0003-registration-links.js';
import { moodleConnections } from './0004-moodle-connections.js';
import { people } from './0005-people.js';
import { courses } from './0006-courses.js';
import { enrolments } from './0007-enrolments.js';
import { placements } from './0008-placements.js';
import { pendingLaunches } from './0009-pending-launches.js';
import { toolSessions } from './0010-tool-sessions.js';
import { toolKeys } from './0011-tool-keys.js';
import { impactMaps } from './0012-impact-maps.js';
import { mapVersions } from './0013-map-versions.js';
import { mapElements } from './0014-map-elements.js';
import { elementLinks } from './0015-element-links.js';
import { runs } from './0016-runs.js';
import { participations } from './0017-participations.js';
import { intentions } from './0018-intentions.js';
import { exitReasons } from './0019-exit-reasons.js';
import { commitments } from './0020-commitments.js';
import { commitmentObstacles } from './0021-commitment-obstacles.js';
import { plans } from './0022-plans.js';
import { drafts } from './0023-drafts.js';
import { followUps } from './0024-follow-ups.js';
import { surveyResponses } from './0025-survey-responses.js';
import { answers } from './0026-answers.js';
import { deliveries } from './0027-deliveries.js';
import { deliveryFollowUps } from './0028-delivery-follow-ups.js';
import { scorePostings } from './0029-score-postings.js';
import { jobLeases } from './0030-job-leases.js';
import { releases } from './0031-releases.js';
import { releaseFigures } from './0032-release-figures.js';
import { releaseMembers } from './0033-release-members.js';
import type { Migration } from './migration.js';

/** Every migration in order. A released one is never edited; the next change is a new file. */
export const migrations: readonly Migration[] = [
  platforms,
  deployments,
  registrationLinks,
  moodleConnections,
  people,
  courses,
  enrolments,
  placements,
  pendingLaunches,
  toolSessions,
  toolKeys,
  impactMaps,
  mapVersions,
  mapElements,
  elementLinks,
  runs,
  participations,
  intentions,
  exitReasons,
  commitments,
  commitmentObstacles,
  plans,
  drafts,
  followUps,
  surveyResponses,
  answers,
  deliveries,
  deliveryFollowUps,
  scorePostings,
  jobLeases,
  releases,
  releaseFigures,
  releaseMembers,
];
