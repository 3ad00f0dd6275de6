import { type AxiosInstance, type AxiosResponse, isAxiosError } from 'axios';
import { AppError } from '../shared/errors.js';
import { encodeParams, type MoodleParam } from './encode-params.js';
import { retryAfterMs } from './retry-after.js';

/** What came of a call. Every failure says whether the call may have taken effect, because a message must not be sent twice. */
export type MoodleAnswer =
  | { kind: 'data'; data: unknown }
  /** Moodle's own refusal, which comes with HTTP 200 (moodle/README.md 8.2); `errorcode` is what to switch on. */
  | { kind: 'exception'; errorcode: string }
  /** A status that is not 200. */
  | { kind: 'status'; status: number; isEmpty: boolean; afterMs: number }
  /** HTTP 200, but a page or nothing where JSON was promised: a fatal error in PHP, or another site. */
  | { kind: 'not-json' }
  /** No answer in time, or the connection broke: it may have taken effect. */
  | { kind: 'no-answer'; code: string }
  /** Moodle was never reached. */
  | { kind: 'unreachable'; code: string }
  /** Our own rules refuse this address. */
  | { kind: 'refused'; code: string };

export type MoodleFailure = Exclude<MoodleAnswer, { kind: 'data' }>;

/** A site and the token of its service account. */
export interface MoodleSite {
  siteUrl: string;
  token: string;
}

export type MoodleCall = (site: MoodleSite, name: string, params?: { readonly [name: string]: MoodleParam }) => Promise<MoodleAnswer>;

/** Errors before anything was sent. */
const NEVER_REACHED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_.*|.*_CERT.*|DEPTH_ZERO.*|UNABLE_TO_.*|ERR_TLS.*)$/;
/** Below half of a delivery's lease, and within the time an orderly end waits (security.md D3.4, D3.8). */
const TIMEOUT_MS = 15_000;

/**
 * Makes the one function that calls a Moodle web service: POST, the token in the body and never in the address (security.md A48),
 * JSON asked for. Never throws for what a site does.
 */
export function createMoodleClient(http: AxiosInstance, timeoutMs = TIMEOUT_MS): MoodleCall {
  return async ({ siteUrl, token }, name, params = {}) => {
    const body = encodeParams({ ...params, wstoken: token, wsfunction: name, moodlewsrestformat: 'json' });
    try {
      const response = await http.post<string>(`${siteUrl.replace(/\/+$/, '')}/webservice/rest/server.php`, body, {
        timeout: timeoutMs,
        responseType: 'text',
        transformResponse: (text: string) => text,
        validateStatus: null,
        maxRedirects: 0,
      });
      return readAnswer(response);
    } catch (error) {
      return readError(error);
    }
  };
}

function readAnswer(response: AxiosResponse<string>): MoodleAnswer {
  const text = typeof response.data === 'string' ? response.data.trim() : '';
  const { status } = response;
  const parsed = parseJson(text);
  if (isException(parsed)) return { kind: 'exception', errorcode: parsed.errorcode };
  if (status !== 200) return { kind: 'status', status, isEmpty: text === '', afterMs: retryAfterMs(response.headers['retry-after']) };
  return parsed === undefined ? { kind: 'not-json' } : { kind: 'data', data: parsed };
}

function isException(value: unknown): value is { errorcode: string } {
  return (
    typeof value === 'object' && value !== null && 'exception' in value && typeof (value as { errorcode?: unknown }).errorcode === 'string'
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readError(error: unknown): MoodleFailure {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AppError) return { kind: 'refused', code: cause.code };
  }
  // A name that leads to a private address is refused when it is resolved.
  if ((error as { code?: unknown }).code === 'EPRIVATEHOST') return { kind: 'refused', code: 'private-host' };
  const code = String((error as { code?: unknown }).code ?? 'unknown').slice(0, 40);
  if (NEVER_REACHED.test(code)) return { kind: 'unreachable', code };
  if (isAxiosError(error) || code === 'ERR_CANCELED') return { kind: 'no-answer', code };
  throw error;
}
