import type { ConnectionCheck } from '../usecases/ports/message-channel.js';
import type { MoodleCall, MoodleSite } from './client.js';
import { judgeFailure } from './judge-failure.js';

/** What sending needs: to say who we are, to send, and to look whether something arrived (decisions.md 16). */
export const NEEDED_FUNCTIONS = [
  'core_webservice_get_site_info',
  'core_message_send_instant_messages',
  'core_message_get_messages',
] as const;

interface SiteInfo {
  sitename?: string;
  siteurl?: string;
  userid?: number;
  release?: string;
  functions?: { name: string }[];
  advancedfeatures?: { name: string; value: number }[];
}

/** Asks the site who the token is and what it may do; lists what is missing for sending. Sends nothing. */
export async function checkConnection(call: MoodleCall, site: MoodleSite): Promise<ConnectionCheck> {
  const unknown = { isUsable: false, siteUrl: site.siteUrl, serviceUserId: '', siteName: '', release: '', missing: [] };
  const answer = await call(site, 'core_webservice_get_site_info');
  if (answer.kind !== 'data') return { ...unknown, failure: judgeFailure(answer).code };
  const info = (answer.data ?? {}) as SiteInfo;
  if (typeof info.userid !== 'number' || !Array.isArray(info.functions)) return { ...unknown, failure: 'unexpected-answer' };
  const names = new Set(info.functions.map(({ name }) => name));
  const missing: string[] = NEEDED_FUNCTIONS.filter((name) => !names.has(name)).map((name) => `function:${name}`);
  const messaging = info.advancedfeatures?.find(({ name }) => name === 'messaging');
  if (messaging && !messaging.value) missing.push('messaging-off');
  return {
    isUsable: missing.length === 0,
    siteUrl: info.siteurl ?? site.siteUrl,
    serviceUserId: String(info.userid),
    siteName: info.sitename ?? '',
    release: info.release ?? '',
    missing,
    failure: null,
  };
}
