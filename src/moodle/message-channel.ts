import type { AxiosInstance } from 'axios';
import type { MessageChannel } from '../usecases/ports/message-channel.js';
import { checkConnection } from './check-connection.js';
import { createMoodleClient } from './client.js';
import { findSentMessage } from './find-sent-message.js';
import { sendMessage } from './send-message.js';

/** Moodle messages as a way to reach people: sent by the service account, and mailed by Moodle as each person prefers. */
export function createMessageChannel(http: AxiosInstance, timeoutMs?: number): MessageChannel {
  const call = createMoodleClient(http, timeoutMs);
  return {
    send: (message) => sendMessage(call, message),
    find: (message, since) => findSentMessage(call, message, since),
    check: (connection) => checkConnection(call, connection),
  };
}
