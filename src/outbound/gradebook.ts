import { SCOPE } from '../lti/claims.js';
import { LmsCallFailed } from '../lti/errors.js';
import { isOfPlatform } from '../lti/platform-settings.js';
import type { LmsAnswer, LmsHttp } from '../lti/ports.js';
import { scoreBody, scoreUrl } from '../lti/scores.js';
import type { ServiceTokens } from '../lti/service-token.js';
import type { Clock } from '../shared/clock.js';
import { addMs, MINUTE_MS, SECOND_MS } from '../shared/dates.js';
import { parseJson } from '../shared/parse-json.js';
import type { Gradebook, ScoreOutcome } from '../usecases/ports/gradebook.js';
import type { Platform } from '../usecases/ports/platforms.js';

const SCOPES = [SCOPE.score];

/**
 * The gradebook of an LMS by Assignment and Grade Services. The timestamp is never in the past: Moodle 4.5 compares it with the moment it
 * received the last score (moodle §5.5); on 409 the same score goes again, a little later. Errors are told apart (moodle §5.4, §5.2).
 */
export function createGradebook(parts: { http: LmsHttp; tokens: ServiceTokens; clock: Clock }): Gradebook {
  const post = async (platform: Platform, url: string, body: string): Promise<LmsAnswer> => {
    const token = await parts.tokens.get(platform, SCOPES);
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/vnd.ims.lis.v1.score+json' };
    return parts.http.send({ method: 'POST', url, headers, body });
  };
  /** With a fresh token once, should the kept one not be accepted any more. */
  const postTwice = async (platform: Platform, url: string, body: string): Promise<LmsAnswer> => {
    const answer = await post(platform, url, body);
    if (answer.status !== 401) return answer;
    parts.tokens.forget(platform, SCOPES);
    return post(platform, url, body);
  };
  return {
    async postFullScore({ platform, lineItemUrl, userId, timestamp }) {
      if (!isOfPlatform(platform, lineItemUrl)) return { kind: 'not-gradable', code: 'line-item-on-another-host' };
      const url = scoreUrl(lineItemUrl);
      const moment = new Date(Math.max(timestamp.getTime(), parts.clock.now().getTime()));
      try {
        const answer = await postTwice(platform, url, scoreBody(userId, moment));
        if (statusOf(answer) !== 409) return outcomeOf(answer);
        return outcomeOf(await postTwice(platform, url, scoreBody(userId, addMs(moment, 3 * SECOND_MS))));
      } catch (error) {
        if (!(error instanceof LmsCallFailed)) throw error;
        const stops = ['token-refused', 'scope-not-granted', 'insecure-address', 'private-host'];
        return { kind: stops.includes(error.reason) ? 'stop' : 'retry', code: error.reason };
      }
    },
  };
}

/** The status that is meant: Moodle may say 200 and tell the real one in the body (moodle §5.4). */
function statusOf({ status, text }: LmsAnswer): number {
  if (status !== 200 || text.trim() === '') return status;
  const body = parseJson(text);
  const told = typeof body === 'object' && body !== null && 'status' in body ? Number(body.status) : Number.NaN;
  return Number.isInteger(told) && told >= 100 ? told : status;
}

function outcomeOf(answer: LmsAnswer): ScoreOutcome {
  const status = statusOf(answer);
  const code = `score-status-${status}`;
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status === 400 || status === 404 || status === 422) return { kind: 'not-gradable', code };
  if (status === 401 || status === 403) return { kind: 'stop', code };
  const seconds = Number(answer.retryAfter ?? Number.NaN);
  if (status === 409) return { kind: 'retry', code, afterMs: MINUTE_MS };
  return { kind: 'retry', code, ...(seconds > 0 ? { afterMs: Math.min(seconds, 3600) * SECOND_MS } : {}) };
}
