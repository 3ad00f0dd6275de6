import type { DeliveryState } from '../../domain/delivery/delivery-state.js';
import type { Language } from '../../shared/language.js';

export type { DeliveryState } from '../../domain/delivery/delivery-state.js';
export type DeliveryKind = 'invite' | 'reminder1' | 'reminder2';

/** One message to one person (decisions.md 15). */
export interface Delivery {
  id: number;
  platformId: number;
  personId: number;
  placementId: number;
  state: DeliveryState;
  nextAttemptAt: Date;
  attempts: number;
  externalId: string | null;
  lastErrorCode: string | null;
  sendingSince: Date | null;
  sentAt: Date | null;
}

/** A delivery with what its message needs. */
export interface DeliveryToSend extends Delivery {
  issuer: string;
  ltiResourceLinkId: string;
  courseTitle: string;
  /** The person's id at the platform. */
  personSub: string;
  language: Language;
}

/** A finished intention to be reported to the gradebook. */
export interface ScorePosting {
  id: number;
  placementId: number;
  personId: number;
  state: 'pending' | 'claimed' | 'sent' | 'failed';
  nextAttemptAt: Date;
  attempts: number;
}

export interface DeliveryRepository {
  /** Makes a delivery for follow-ups; null when one of them has this kind already. */
  add(
    delivery: { platformId: number; personId: number; placementId: number; followUpIds: number[]; kind: DeliveryKind },
    now: Date,
  ): Promise<Delivery | null>;
  find(id: number): Promise<Delivery | null>;
  getToSend(id: number): Promise<DeliveryToSend>;
  listFollowUpIds(deliveryId: number): Promise<number[]>;
  /** The activity a message about a course links to: the intention activity, else the map, most recently launched first. */
  findPlacementToLink(courseId: number): Promise<number | null>;
  /** Ids that may be claimed: pending or uncertain and due, or claimed with a lease that ran out; only where the connection works. */
  listClaimable(now: Date, limit: number): Promise<number[]>;
  /** pending → claimed, or an uncertain one leased for looking, by a guarded update; counts an attempt; true for the one caller who did it. */
  claim(id: number, lease: { token: string; until: Date }, now: Date): Promise<boolean>;
  /** Any move of a claimed delivery, guarded by its lease; false when the lease was lost. */
  move(
    id: number,
    leaseToken: string,
    change: {
      state: DeliveryState;
      nextAttemptAt?: Date;
      attempts?: number;
      leasedUntil?: Date;
      externalId?: string | null;
      lastErrorCode?: string | null;
      sendingSince?: Date;
      sentAt?: Date;
    },
  ): Promise<boolean>;
  /** Ids in `sending` whose lease ran out: the worker was killed in the middle. */
  listInterrupted(now: Date, limit: number): Promise<number[]>;
  /** sending with a lease that ran out → uncertain, to be looked for at `nextAttemptAt`; guarded. */
  markInterrupted(id: number, nextAttemptAt: Date, now: Date): Promise<boolean>;
  /** Cancels what is not sent yet of a follow-up. What is being sent this moment cannot be called back. */
  cancelForFollowUps(followUpIds: number[]): Promise<void>;
  /** Counts per state of a platform, for the worker's own screens. */
  countStates(platformId: number): Promise<Record<DeliveryState, number>>;
  /** Makes the posting once per placement and person. */
  addScorePosting(posting: { placementId: number; personId: number }, now: Date): Promise<void>;
  listClaimableScores(now: Date, limit: number): Promise<number[]>;
  claimScore(id: number, lease: { token: string; until: Date }, now: Date): Promise<ScorePosting | null>;
  moveScore(
    id: number,
    leaseToken: string,
    change: { state: ScorePosting['state']; nextAttemptAt?: Date; attempts?: number; lastErrorCode?: string | null; sentAt?: Date },
  ): Promise<boolean>;
}
