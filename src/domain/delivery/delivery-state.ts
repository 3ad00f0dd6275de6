/**
 * The life of a delivery (decisions.md 15–16). A row is one state; the columns say which states may follow.
 *
 * | state     | means                                                  | may become                                            |
 * |-----------|--------------------------------------------------------|-------------------------------------------------------|
 * | pending   | waits for its next attempt                             | claimed, cancelled                                    |
 * | claimed   | a worker holds its lease, nothing was sent yet         | sending, pending, cancelled, failed                   |
 * | sending   | the call to the LMS has begun                          | sent, pending, uncertain, failed                      |
 * | uncertain | it may have arrived: look in the LMS before resending  | sent, pending, uncertain, failed, cancelled           |
 * | sent      | it arrived                                             | –                                                     |
 * | failed    | given up, with a reason                                | –                                                     |
 * | cancelled | no longer wanted before it was sent                    | –                                                     |
 *
 * `sending → pending` happens only where the LMS surely did not take the message. A `sending` whose lease ran out (the worker was
 * killed) becomes `uncertain`; a `claimed` one may simply be claimed again.
 */
export const DELIVERY_TRANSITIONS = {
  pending: ['claimed', 'cancelled'],
  claimed: ['claimed', 'sending', 'pending', 'cancelled', 'failed'],
  sending: ['sent', 'pending', 'uncertain', 'failed'],
  uncertain: ['uncertain', 'sent', 'pending', 'failed', 'cancelled'],
  sent: [],
  failed: [],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type DeliveryState = keyof typeof DELIVERY_TRANSITIONS;
export const DELIVERY_STATES = Object.keys(DELIVERY_TRANSITIONS) as DeliveryState[];

/** The states from which a delivery may move to `state`. */
export function statesBefore(state: DeliveryState): DeliveryState[] {
  return DELIVERY_STATES.filter((from) => (DELIVERY_TRANSITIONS[from] as readonly string[]).includes(state));
}

/** What may still be called back: nothing was sent, or nobody knows. */
export const RECALLABLE: readonly DeliveryState[] = statesBefore('cancelled');
