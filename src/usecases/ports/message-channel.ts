import type { Language } from '../../shared/language.js';

/**
 * What became of a message. `uncertain`: it may or may not have arrived, look before sending again (decisions.md 16);
 * `person`: this person cannot get it; `stop`: nothing of this platform can work until somebody mends the connection.
 */
export type SendOutcome =
  | { kind: 'sent'; externalId: string | null }
  | { kind: 'retry'; code: string; afterMs?: number }
  | { kind: 'uncertain'; code: string }
  | { kind: 'person'; code: string }
  | { kind: 'stop'; code: string };

/** What looking for a message gave. `unknown`: the LMS could not be asked now. */
export type FindOutcome =
  | { kind: 'found'; externalId: string | null }
  | { kind: 'absent' }
  | { kind: 'unknown'; code: string }
  | { kind: 'stop'; code: string };

/** One message to one person of an LMS. */
export interface OutgoingMessage {
  siteUrl: string;
  token: string;
  serviceUserId: string;
  toUserId: string;
  /** At most 4096 bytes of HTML. */
  html: string;
  /** The delivery's own reference, which stands in the message's link, so that it can be found again. */
  reference: string;
}

/** What a check of a connection found. */
export interface ConnectionCheck {
  isUsable: boolean;
  siteUrl: string;
  serviceUserId: string;
  siteName: string;
  release: string;
  /** Codes of what is missing, e.g. `function:core_message_send_instant_messages` or `messaging-off`. */
  missing: string[];
  /** Why the site could not be asked at all, or null. */
  failure: string | null;
}

/** A way to reach people through their LMS. */
export interface MessageChannel {
  send(message: OutgoingMessage): Promise<SendOutcome>;
  /** Whether a message with this reference arrived at the person since a moment. */
  find(message: OutgoingMessage, since: Date): Promise<FindOutcome>;
  check(connection: { siteUrl: string; token: string }): Promise<ConnectionCheck>;
}

/** Writes the message of a follow-up as HTML of at most 4096 bytes; never quotes the plan (decisions.md 13). */
export type WriteFollowUpMessage = (message: { language: Language; courseTitle: string; link: string }) => string;
