export type DeliveryState = 'pending' | 'claimed' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'cancelled';
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
  listFollowUpIds(deliveryId: number): Promise<number[]>;
  /** Ids that may be claimed: pending and due, or with a lease that ran out. */
  listClaimable(now: Date, limit: number): Promise<number[]>;
  /** pending → claimed by a guarded update; true for the one caller who did it. */
  claim(id: number, lease: { token: string; until: Date }, now: Date): Promise<boolean>;
  /** Any move of a claimed delivery, guarded by its lease; false when the lease was lost. */
  move(
    id: number,
    leaseToken: string,
    change: {
      state: DeliveryState;
      nextAttemptAt?: Date;
      externalId?: string | null;
      lastErrorCode?: string | null;
      sendingSince?: Date;
      sentAt?: Date;
    },
  ): Promise<boolean>;
  /** Cancels what is not sent yet of a follow-up. */
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
    change: { state: ScorePosting['state']; nextAttemptAt?: Date; lastErrorCode?: string | null; sentAt?: Date },
  ): Promise<boolean>;
}
