import { column } from './columns.js';
import { table } from './table.js';

/** A group of learners followed together in a course; each course has one rolling run (decisions.md 5). Thresholds are frozen when it is made. */
export interface RunRow {
  id: number;
  courseId: number;
  number: number;
  /** True for the one run that takes new participations. */
  isCurrent: boolean;
  smallestGroup: number;
  startedAt: Date;
}
export const runs = table<RunRow>(
  'runs',
  {
    id: column.id(),
    courseId: column.owned('courses'),
    number: column.integer(),
    isCurrent: column.flag(),
    smallestGroup: column.integer(),
    startedAt: column.moment(),
  },
  [{ name: 'runs_course_number', unique: true, fields: ['course_id', 'number'] }],
);

/** A learner in a run. `completionSource`: `launch` (of the intention view) or `learner` ("I have finished the course"). */
export interface ParticipationRow {
  id: number;
  runId: number;
  personId: number;
  attempt: number;
  enrolledAt: Date;
  completedAt: Date | null;
  completionSource: string | null;
}
export const participations = table<ParticipationRow>(
  'participations',
  {
    id: column.id(),
    runId: column.owned('runs'),
    personId: column.owned('people'),
    attempt: column.integer(),
    enrolledAt: column.moment(),
    completedAt: column.optionalMoment(),
    completionSource: column.optionalText(16),
  },
  [
    { name: 'participations_run_person_attempt', unique: true, fields: ['run_id', 'person_id', 'attempt'] },
    { name: 'participations_person', fields: ['person_id'] },
  ],
);

/** What one learner submits at one completion. `outcome`: `stated`, or `exit` for the honest exit (INT99). */
export interface IntentionRow {
  id: number;
  participationId: number;
  mapVersionId: number;
  outcome: string;
  submittedAt: Date;
  language: string;
  /** INT11, private. */
  missingText: string | null;
  /** INT99 in own words, private. */
  exitText: string | null;
  /** INT10: `yes`, `pick` or `no`; null with the honest exit. */
  followUpPermission: string | null;
  /** Set when the person chose "stop asking". */
  stoppedAt: Date | null;
}
export const intentions = table<IntentionRow>(
  'intentions',
  {
    id: column.id(),
    participationId: column.owned('participations'),
    mapVersionId: column.owned('map_versions'),
    outcome: column.text(16),
    submittedAt: column.moment(),
    language: column.text(8),
    missingText: column.optionalLongText(),
    exitText: column.optionalLongText(),
    followUpPermission: column.optionalText(8),
    stoppedAt: column.optionalMoment(),
  },
  [{ name: 'intentions_participation', unique: true, fields: ['participation_id'] }],
);

/** A factor named with the honest exit (INT99). */
export interface ExitReasonRow {
  id: number;
  intentionId: number;
  factor: string;
}
export const exitReasons = table<ExitReasonRow>(
  'exit_reasons',
  { id: column.id(), intentionId: column.owned('intentions'), factor: column.text(32) },
  [{ name: 'exit_reasons_intention_factor', unique: true, fields: ['intention_id', 'factor'] }],
);

/** One chosen behaviour of an intention, from the map (`elementStableId`) or an own one (`ownText`). */
export interface CommitmentRow {
  id: number;
  intentionId: number;
  priority: number;
  elementStableId: string | null;
  ownText: string | null;
  closestStableId: string | null;
  /** INT03 (FREQ). */
  then0: string;
  /** INT04 (COMMIT). */
  level: string;
  /** True when the plan (INT05–INT08) was asked; R04 counts only these (decisions.md 7). */
  planAsked: boolean;
  /** INT06 (FIRST), INT07 (CONFID). */
  firstExpected: string | null;
  confidence: string | null;
  copingText: string | null;
  /** active, adjusted, habit, let_go, na. */
  state: string;
  stateChangedAt: Date;
}
export const commitments = table<CommitmentRow>(
  'commitments',
  {
    id: column.id(),
    intentionId: column.owned('intentions'),
    priority: column.integer(),
    elementStableId: column.optionalText(64),
    ownText: column.optionalText(1024),
    closestStableId: column.optionalText(64),
    then0: column.text(16),
    level: column.text(16),
    planAsked: column.flag(),
    firstExpected: column.optionalText(16),
    confidence: column.optionalText(16),
    copingText: column.optionalText(1024),
    state: column.text(16),
    stateChangedAt: column.moment(),
  },
  [{ name: 'commitments_intention_priority', unique: true, fields: ['intention_id', 'priority'] }],
);

/** An expected obstacle of a commitment (INT08). */
export interface CommitmentObstacleRow {
  id: number;
  commitmentId: number;
  factor: string;
}
export const commitmentObstacles = table<CommitmentObstacleRow>(
  'commitment_obstacles',
  { id: column.id(), commitmentId: column.owned('commitments'), factor: column.text(32) },
  [{ name: 'commitment_obstacles_pair', unique: true, fields: ['commitment_id', 'factor'] }],
);

/** An if-then plan in the learner's words. A changed plan is a new row; the newest one (highest id) counts (decisions.md 11). */
export interface PlanRow {
  id: number;
  commitmentId: number;
  planWhen: string;
  planThen: string;
  createdAt: Date;
}
export const plans = table<PlanRow>(
  'plans',
  {
    id: column.id(),
    commitmentId: column.owned('commitments'),
    planWhen: column.text(1024),
    planThen: column.text(1024),
    createdAt: column.moment(),
  },
  [{ name: 'plans_commitment', fields: ['commitment_id'] }],
);

/** What a person typed in a form that is not sent yet (decisions.md 12). `form`: `intention:<run id>` or `follow-up:<follow-up id>`. */
export interface DraftRow {
  id: number;
  personId: number;
  form: string;
  /** The step values as typed, JSON, at most 64 kB. */
  stepValues: string;
  createdAt: Date;
  updatedAt: Date;
  /** When it is deleted unsent. */
  expiresAt: Date;
}
export const drafts = table<DraftRow>(
  'drafts',
  {
    id: column.id(),
    personId: column.owned('people'),
    form: column.text(64),
    stepValues: column.longText(),
    createdAt: column.moment(),
    updatedAt: column.moment(),
    expiresAt: column.moment(),
  },
  [
    { name: 'drafts_person_form', unique: true, fields: ['person_id', 'form'] },
    { name: 'drafts_expires', fields: ['expires_at'] },
  ],
);
