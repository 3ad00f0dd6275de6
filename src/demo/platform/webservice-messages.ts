import { type DemoPlatform, findPerson } from './platform.js';

const LONGEST_BYTES = 4096;

/** An error as Moodle's REST server writes it, always inside HTTP 200. */
export interface WebServiceError {
  exception: string;
  errorcode: string;
  message: string;
}

export function webServiceError(exception: string, errorcode: string, message: string): WebServiceError {
  return { exception, errorcode, message };
}

const invalidParameter = (): WebServiceError =>
  webServiceError('core\\exception\\invalid_parameter_exception', 'invalidparameter', 'Invalid parameter value detected');

/**
 * `core_message_send_instant_messages`: one answer for each message; a batch of good and bad ones throws after it delivered the good
 * ones, as Moodle does (moodle 8.4).
 */
export function sendInstantMessages(platform: DemoPlatform, given: unknown): unknown | WebServiceError {
  const messages = Array.isArray(given) ? given : given && typeof given === 'object' ? Object.values(given) : [];
  if (messages.length === 0) return invalidParameter();
  const answers = messages.map((message) => sendOne(platform, message as Record<string, unknown>));
  const failed = answers.filter((answer) => answer.msgid === -1).length;
  if (failed > 0 && failed < answers.length) {
    return webServiceError('core\\exception\\moodle_exception', 'formatnotsupported', 'webservice/formatnotsupported');
  }
  return answers;
}

function sendOne(platform: DemoPlatform, message: Record<string, unknown>): { msgid: number } & Record<string, unknown> {
  const toPersonId = String(message['touserid'] ?? '');
  const html = String(message['text'] ?? '');
  const clientmsgid = message['clientmsgid'] === undefined ? {} : { clientmsgid: message['clientmsgid'] };
  const refuse = (errormessage: string) => ({ msgid: -1, ...clientmsgid, errormessage, candeletemessagesforallusers: false });
  if (!findPerson(platform, toPersonId)) return refuse(`You cannot send a message to a user ID (${toPersonId}) that doesn't exist.`);
  if (platform.faults.blockedPeople.has(toPersonId)) return refuse('You do not have permission to send a message to this user.');
  if (Buffer.byteLength(html) > LONGEST_BYTES) return refuse('Message is too long');
  const id = platform.state.messages.length + 1;
  const timeCreated = Math.floor(platform.clock.now().getTime() / 1000);
  platform.state.messages.push({ id, toPersonId, html, timeCreated, calendarTime: platform.calendar.now().toISOString(), isRead: false });
  platform.changed();
  return {
    msgid: id,
    ...clientmsgid,
    text: html.replace(/<a /g, '<a target="_blank" rel="noreferrer" '),
    timecreated: timeCreated,
    conversationid: Number(toPersonId),
    useridfrom: Number(platform.servicePersonId),
    candeletemessagesforallusers: false,
  };
}

/** `core_message_get_messages`: without `read=2` only what was read, as recorded (decisions.md 16). */
export function sentMessages(platform: DemoPlatform, given: Record<string, unknown>): object {
  const read = Number(given['read'] ?? 1);
  const newestFirst = Number(given['newestfirst'] ?? 1) !== 0;
  const from = Number(given['limitfrom'] ?? 0);
  const limit = Number(given['limitnum'] ?? 0);
  const found = platform.state.messages
    .filter((message) => message.toPersonId === String(given['useridto'] ?? ''))
    .filter(() => String(given['useridfrom'] ?? '0') === platform.servicePersonId || String(given['useridfrom'] ?? '0') === '0')
    .filter((message) => read === 2 || message.isRead === (read === 1))
    .sort((a, b) => (newestFirst ? b.id - a.id : a.id - b.id));
  const page = limit > 0 ? found.slice(from, from + limit) : found.slice(from);
  return {
    messages: page.map((message) => ({
      id: message.id,
      useridfrom: Number(platform.servicePersonId),
      useridto: Number(message.toPersonId),
      subject: 'New message from Impact Messages',
      text: message.html,
      fullmessage: message.html.replace(/<[^>]+>/g, ''),
      fullmessageformat: 1,
      fullmessagehtml: message.html,
      smallmessage: message.html,
      notification: 0,
      contexturl: '',
      contexturlname: '',
      timecreated: message.timeCreated,
      timeread: message.isRead ? message.timeCreated : null,
      usertofullname: '',
      userfromfullname: 'Impact Messages',
    })),
    warnings: [],
  };
}
