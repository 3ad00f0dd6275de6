import type { ConnectionStatus } from '../usecases/platform/connect-moodle.js';
import type { ConnectionCheck } from '../usecases/ports/message-channel.js';

/** What the service account needs, printed when something is missing (moodle/README.md 8.1, 8.4; decisions.md 34). */
export const SITE_HINTS = `
What Moodle needs (Site administration):
  - Server > Web services: web services on, REST protocol on.
  - An external service with exactly these functions, "Authorised users only", your service account among them, no "Valid until" there:
      core_webservice_get_site_info
      core_message_send_instant_messages
      core_message_get_messages
  - A dedicated account with a system role that allows webservice/rest:use, moodle/site:sendmessage and moodle/site:messageanyuser
    (not moodle/site:readallmessages). Its profile must be complete, and it must not have to change its password or accept a policy.
  - A token of this account for this service, bound to this server's IP address.
  - Messaging on (Site administration > Messaging).
`;

const MISSING: Record<string, string> = {
  'messaging-off': 'messaging is switched off on this site',
  'other-site': "this site is not the platform's: its address differs from the issuer",
};
const FAILURES: Record<string, string> = {
  invalidtoken: 'Moodle does not know this token (or it is bound to another IP address, or no longer valid)',
  accessexception: 'the token may not call core_webservice_get_site_info: add it to the service, and the account to its users',
  'web-services-off': 'web services, or the REST protocol, are switched off',
  'private-host': 'this address is private; allow it with ALLOWED_PRIVATE_HOSTS',
  'insecure-address': 'only https is accepted',
  'http-404': 'there is no Moodle at this address',
};

/** What a check found, in plain words. */
export function describeCheck(check: ConnectionCheck): string {
  if (check.failure !== null) return `The site cannot be used: ${FAILURES[check.failure] ?? check.failure}.`;
  const lines = [`Site: ${check.siteName} (${check.siteUrl}), Moodle ${check.release}`, `Service account: user ${check.serviceUserId}`];
  for (const code of check.missing) lines.push(`Missing: ${MISSING[code] ?? code.replace(/^function:/, 'the function ')}`);
  lines.push(
    check.isUsable
      ? 'Connected: everything sending needs is there. Whether the account may write to everybody (moodle/site:messageanyuser) shows at the first message.'
      : 'Not connected: mend what is missing, then try again.',
  );
  return lines.join('\n');
}

/** How a platform's connection stands, in plain words. */
export function describeStatus({ platform, connection, deliveries, waitingFollowUps }: ConnectionStatus): string {
  const counts = Object.entries(deliveries).filter(([, count]) => count > 0);
  const stopped = connection?.stopReason
    ? `stopped (${FAILURES[connection.stopReason] ?? MISSING[connection.stopReason] ?? connection.stopReason})`
    : 'stopped';
  const state = connection ? `${connection.state === 'working' ? 'working' : stopped}, ${connection.siteUrl}` : 'none';
  return [
    `${platform.id}  ${platform.name} (${platform.issuer})`,
    `    connection: ${state}`,
    `    messages: ${counts.map(([name, count]) => `${count} ${name}`).join(', ') || 'none yet'}`,
    `    follow-ups waiting for a way to tell the person: ${waitingFollowUps}`,
    '',
  ].join('\n');
}
