import { MINUTE_MS } from '../shared/dates.js';
import type { FindOutcome, OutgoingMessage } from '../usecases/ports/message-channel.js';
import type { MoodleCall } from './client.js';
import { judgeFailure } from './judge-failure.js';

interface SentMessage {
  id: number;
  timecreated: number;
  text?: string;
  fullmessagehtml?: string;
}

const PAGE = 50;
const PAGES = 20;
/** How far the site's clock may be behind ours. */
const CLOCK_MARGIN_MS = 10 * MINUTE_MS;

/**
 * Looks for a message by its reference in the conversation from the service account to the person, newest first, back to `since`.
 * `read=2` asks for read and unread ones: the default finds neither (decisions.md 16).
 */
export async function findSentMessage(call: MoodleCall, message: OutgoingMessage, since: Date): Promise<FindOutcome> {
  for (let page = 0; page < PAGES; page += 1) {
    const answer = await call(message, 'core_message_get_messages', {
      useridto: message.toUserId,
      useridfrom: message.serviceUserId,
      type: 'conversations',
      read: 2,
      newestfirst: 1,
      limitfrom: page * PAGE,
      limitnum: PAGE,
    });
    if (answer.kind !== 'data') {
      const { kind, code } = judgeFailure(answer);
      return { kind: kind === 'stop' ? 'stop' : 'unknown', code };
    }
    const messages = (answer.data as { messages?: SentMessage[] } | null)?.messages;
    if (!Array.isArray(messages)) return { kind: 'unknown', code: 'unexpected-answer' };
    const found = messages.find((sent) => `${sent.text ?? ''}${sent.fullmessagehtml ?? ''}`.includes(message.reference));
    if (found) return { kind: 'found', externalId: String(found.id) };
    const last = messages.at(-1);
    if (!last || messages.length < PAGE || last.timecreated * 1000 < since.getTime() - CLOCK_MARGIN_MS) return { kind: 'absent' };
  }
  return { kind: 'unknown', code: 'too-many-messages' };
}
