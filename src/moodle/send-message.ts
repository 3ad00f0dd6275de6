import type { OutgoingMessage, SendOutcome } from '../usecases/ports/message-channel.js';
import type { MoodleCall } from './client.js';
import { judgeFailure } from './judge-failure.js';

const HTML = 1;

/**
 * Sends one message by `core_message_send_instant_messages`: always one message in a call, because Moodle throws after it sent the
 * good ones of a mixed batch (moodle/README.md 8.4).
 */
export async function sendMessage(call: MoodleCall, message: OutgoingMessage): Promise<SendOutcome> {
  if (!/^\d{1,18}$/.test(message.toUserId)) return { kind: 'person', code: 'no-moodle-id' };
  const answer = await call(message, 'core_message_send_instant_messages', {
    messages: [{ touserid: message.toUserId, text: message.html, textformat: HTML, clientmsgid: message.reference }],
  });
  if (answer.kind !== 'data') return judgeFailure(answer);
  const first = Array.isArray(answer.data) ? (answer.data[0] as { msgid?: unknown } | undefined) : undefined;
  if (typeof first?.msgid !== 'number') return { kind: 'uncertain', code: 'unexpected-answer' };
  // Per person: no such user, blocked, or not reachable by this account; the text of the error is Moodle's and in its language.
  if (first.msgid < 0) return { kind: 'person', code: 'refused-by-moodle' };
  return { kind: 'sent', externalId: String(first.msgid) };
}
