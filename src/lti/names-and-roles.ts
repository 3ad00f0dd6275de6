import { z } from 'zod';
import { parseJson } from '../shared/parse-json.js';
import { SCOPE } from './claims.js';
import { LmsCallFailed } from './errors.js';
import { isOfPlatform, type PlatformSettings } from './platform-settings.js';
import type { LmsHttp } from './ports.js';
import { rosterRole } from './role-names.js';
import type { ServiceTokens } from './service-token.js';

/** Somebody in a course's roster: nothing but the id and the role is read (decisions.md 28). */
export interface RosterMember {
  sub: string;
  role: 'learner' | 'instructor' | null;
}

const MOST_PAGES = 200;
const MOST_MEMBERS = 20_000;
const container = z.object({
  members: z.array(
    z.object({ user_id: z.string().min(1).max(255), roles: z.array(z.string()).catch([]), status: z.string().nullish().catch(null) }),
  ),
});

/** Reads one page of a roster (NRPS 2.0 §2.2). People who left are not in it. Throws `LmsCallFailed`. */
export function parseRosterPage(text: string): RosterMember[] {
  const parsed = container.safeParse(parseJson(text));
  if (!parsed.success) throw new LmsCallFailed('roster-malformed');
  return parsed.data.members
    .filter(({ status }) => !status || status === 'Active')
    .map((member) => ({ sub: member.user_id, role: rosterRole(member.roles) }));
}

/** The address of the next page in a `Link` header, or null. */
export function nextPageUrl(link: string | null): string | null {
  return /<([^<>]{1,2048})>\s*;\s*rel="?next"?/i.exec(link ?? '')?.[1] ?? null;
}

/** Reads a whole roster, page by page, on the platform's own origins only and never without end (security.md B18). */
export async function fetchRoster(
  parts: { http: LmsHttp; tokens: ServiceTokens },
  platform: PlatformSettings,
  membershipsUrl: string,
): Promise<RosterMember[]> {
  const members: RosterMember[] = [];
  let url: string | null = membershipsUrl;
  for (let page = 0; url && page < MOST_PAGES && members.length < MOST_MEMBERS; page += 1) {
    if (!isOfPlatform(platform, url)) throw new LmsCallFailed('roster-on-another-host');
    const token = await parts.tokens.get(platform, [SCOPE.memberships]);
    const headers = { Authorization: `Bearer ${token}`, Accept: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json' };
    const answer = await parts.http.send({ method: 'GET', url, headers });
    if (answer.status === 401) parts.tokens.forget(platform, [SCOPE.memberships]);
    if (answer.status !== 200) throw new LmsCallFailed(`roster-status-${answer.status}`);
    members.push(...parseRosterPage(answer.text));
    url = nextPageUrl(answer.link);
  }
  return members;
}
