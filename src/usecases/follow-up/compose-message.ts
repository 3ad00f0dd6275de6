import type { DeliveryToSend } from '../ports/deliveries.js';
import type { OutgoingMessage } from '../ports/message-channel.js';
import type { MoodleConnection } from '../ports/platforms.js';
import type { WorkerDependencies } from '../worker/dependencies.js';

/** What Moodle tokens are sealed for. */
export const TOKEN_PURPOSE = 'moodle-token';

/**
 * The message of a delivery: the same words and the same link at every attempt. The link opens the activity in the LMS; its `im` is
 * a keyed digest of the delivery's id, by which the message can be found again (decisions.md 16, moodle/README.md 9).
 */
export function composeMessage(
  { secrets, writeMessage }: Pick<WorkerDependencies, 'secrets' | 'writeMessage'>,
  delivery: DeliveryToSend,
  connection: MoodleConnection,
): OutgoingMessage {
  const reference = secrets.mac('delivery-reference', String(delivery.id)).slice(0, 24);
  const link = `${delivery.issuer.replace(/\/+$/, '')}/mod/lti/view.php?l=${encodeURIComponent(delivery.ltiResourceLinkId)}&im=${reference}`;
  return {
    siteUrl: connection.siteUrl,
    token: secrets.open(TOKEN_PURPOSE, connection.tokenSealed),
    serviceUserId: connection.serviceUserId,
    toUserId: delivery.personSub,
    html: writeMessage({ language: delivery.language, courseTitle: delivery.courseTitle, link }),
    reference,
  };
}
