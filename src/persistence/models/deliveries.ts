import { column } from './columns.js';
import { table } from './table.js';

/** One message to one person. `state`: pending → claimed → sending → sent | uncertain | failed | cancelled (decisions.md 15–16). */
export interface DeliveryRow {
  id: number;
  platformId: number;
  personId: number;
  placementId: number;
  state: string;
  nextAttemptAt: Date;
  attempts: number;
  leaseToken: string | null;
  leasedUntil: Date | null;
  /** The id Moodle gave the message. */
  externalId: string | null;
  lastErrorCode: string | null;
  createdAt: Date;
  /** When the call to Moodle began: how far back to look after a time-out. */
  sendingSince: Date | null;
  sentAt: Date | null;
}
export const deliveries = table<DeliveryRow>(
  'deliveries',
  {
    id: column.id(),
    platformId: column.owned('platforms'),
    personId: column.owned('people'),
    placementId: column.owned('placements'),
    state: column.text(16),
    nextAttemptAt: column.moment(),
    attempts: column.integer(),
    leaseToken: column.optionalText(64),
    leasedUntil: column.optionalMoment(),
    externalId: column.optionalText(64),
    lastErrorCode: column.optionalText(64),
    createdAt: column.moment(),
    sendingSince: column.optionalMoment(),
    sentAt: column.optionalMoment(),
  },
  [
    { name: 'deliveries_state_next', fields: ['state', 'next_attempt_at'] },
    { name: 'deliveries_person', fields: ['person_id'] },
  ],
);

/** Which follow-ups a delivery asks for. `kind`: invite, reminder1, reminder2. */
export interface DeliveryFollowUpRow {
  id: number;
  deliveryId: number;
  followUpId: number;
  kind: string;
}
export const deliveryFollowUps = table<DeliveryFollowUpRow>(
  'delivery_follow_ups',
  { id: column.id(), deliveryId: column.owned('deliveries'), followUpId: column.owned('follow_ups'), kind: column.text(16) },
  [
    { name: 'delivery_follow_ups_kind', unique: true, fields: ['follow_up_id', 'kind'] },
    { name: 'delivery_follow_ups_delivery', fields: ['delivery_id'] },
  ],
);

/** A finished intention to be reported to the gradebook (1/1, decisions.md 29). `state`: pending → claimed → sent | failed. */
export interface ScorePostingRow {
  id: number;
  placementId: number;
  personId: number;
  state: string;
  nextAttemptAt: Date;
  attempts: number;
  leaseToken: string | null;
  leasedUntil: Date | null;
  lastErrorCode: string | null;
  createdAt: Date;
  sentAt: Date | null;
}
export const scorePostings = table<ScorePostingRow>(
  'score_postings',
  {
    id: column.id(),
    placementId: column.owned('placements'),
    personId: column.owned('people'),
    state: column.text(16),
    nextAttemptAt: column.moment(),
    attempts: column.integer(),
    leaseToken: column.optionalText(64),
    leasedUntil: column.optionalMoment(),
    lastErrorCode: column.optionalText(64),
    createdAt: column.moment(),
    sentAt: column.optionalMoment(),
  },
  [
    { name: 'score_postings_person_placement', unique: true, fields: ['placement_id', 'person_id'] },
    { name: 'score_postings_state_next', fields: ['state', 'next_attempt_at'] },
  ],
);

/** One row per job of the worker: who runs it until when, and how it went. */
export interface JobLeaseRow {
  name: string;
  leaseToken: string | null;
  leasedUntil: Date | null;
  startedAt: Date | null;
  succeededAt: Date | null;
  failedAt: Date | null;
  lastErrorCode: string | null;
}
export const jobLeases = table<JobLeaseRow>('job_leases', {
  name: { ...column.text(64), primaryKey: true },
  leaseToken: column.optionalText(64),
  leasedUntil: column.optionalMoment(),
  startedAt: column.optionalMoment(),
  succeededAt: column.optionalMoment(),
  failedAt: column.optionalMoment(),
  lastErrorCode: column.optionalText(64),
});
