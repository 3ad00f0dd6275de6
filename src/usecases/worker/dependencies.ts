import type { Dependencies } from '../dependencies.js';
import type { Gradebook } from '../ports/gradebook.js';
import type { MessageChannel, WriteFollowUpMessage } from '../ports/message-channel.js';

/** What the worker's use cases need besides the rest: the ways out to the LMS. */
export interface WorkerDependencies extends Dependencies {
  channel: MessageChannel;
  gradebook: Gradebook;
  writeMessage: WriteFollowUpMessage;
}
