import type { FollowUpState } from './follow-up.js';

/**
 * The life of a follow-up (decisions.md 8, 10, 15).
 *
 * | state     | means                                                   | may become                              |
 * |-----------|---------------------------------------------------------|-----------------------------------------|
 * | planned   | not asked yet; due or not                               | open, answered, expired, cancelled, skipped |
 * | open      | the person was told (message sent, or a launch offered it) | answered, expired, cancelled         |
 * | expired   | no-answer: its window closed; never-asked: it lapsed    | answered (no-answer only, at most 14 days late) |
 * | answered  | sent by the person, or carried forward; closed          | –                                       |
 * | cancelled | declined, stopped, two silences                         | –                                       |
 * | skipped   | outside the eligible: rare occasion, or a habit before SUS | –                                    |
 *
 * `planned → answered` is a carried-forward answer (everything was let go), or one sent in a session that began before the wave fell
 * due. Nothing ever leaves answered, cancelled or skipped.
 */
export const FOLLOW_UP_TRANSITIONS: Record<FollowUpState, readonly FollowUpState[]> = {
  planned: ['open', 'answered', 'expired', 'cancelled', 'skipped'],
  open: ['answered', 'expired', 'cancelled'],
  expired: ['answered'],
  answered: [],
  cancelled: [],
  skipped: [],
};

/** The states from which a follow-up may move to `state`. */
export function followUpStatesBefore(state: FollowUpState): FollowUpState[] {
  return (Object.keys(FOLLOW_UP_TRANSITIONS) as FollowUpState[]).filter((from) => FOLLOW_UP_TRANSITIONS[from].includes(state));
}
