/** How the web services misbehave on purpose: each as a real site was seen or feared to do. */
export type WebServiceFault =
  /** The message is stored, but the answer never comes. */
  'time-out-after-commit' | 'time-out' | 'server-error' | 'too-many' | 'html' | 'invalid-token' | 'messaging-off' | 'web-services-off';

/** What goes wrong now; set by tests, never by the demo itself. */
export interface Faults {
  /** The next faults of `core_message_send_instant_messages`, one for each call; after them all is well. */
  sending: WebServiceFault[];
  /** A fault of every web-service call, until it is taken away. */
  always: WebServiceFault | null;
  /** People who cannot be sent messages. */
  blockedPeople: Set<string>;
  /** Milliseconds every web-service answer takes. */
  delayMs: number;
  /** Functions the token may not call. */
  missingFunctions: Set<string>;
  /** The next HTTP statuses of score posts. */
  scores: number[];
}

/** Nothing goes wrong. */
export function noFaults(): Faults {
  return { sending: [], always: null, blockedPeople: new Set(), delayMs: 0, missingFunctions: new Set(), scores: [] };
}
