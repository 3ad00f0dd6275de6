import { assertNever } from '../shared/assert-never.js';
import type { MoodleFailure } from './client.js';

/** What to do about a failed call. `uncertain`: it may have taken effect. */
export type Judgement =
  | { kind: 'retry'; code: string; afterMs?: number }
  | { kind: 'uncertain'; code: string }
  | { kind: 'stop'; code: string };

/** Nothing of this site can work until somebody mends the token, the service, the account or a setting (moodle/README.md 8.1–8.4). */
const STOPS = new Set([
  'invalidtoken',
  'accessexception',
  'nopermissions',
  'disabled',
  'enablewsdescription',
  'servicenotavailable',
  'servicerequireslogin',
  'missingrequiredcapability',
  'requireloginerror',
  'usernotfullysetup',
  'sitepolicynotagreed',
  'forcepasswordchangenotice',
  'passwordisexpired',
  'suspended',
  'suspendedlogin',
  'wrongusernamepassword',
  'invalidrecord',
  'invalidrecordunknown',
  'invalidparameter',
  'errorcoursecontextnotvalid',
]);
/** Moodle refuses before it does anything, and will not for long. */
const PASSING = new Set(['sitemaintenance', 'upgraderunning', 'dbconnectionfailed']);

/**
 * Tells failures apart (issue "The follow-up"; moodle/README.md 8.2; security.md D3.6). Whatever may have happened after Moodle
 * stored the message (a fatal error, a proxy that gave up, an unknown exception) is uncertain and looked up before it is repeated.
 */
export function judgeFailure(failure: MoodleFailure): Judgement {
  switch (failure.kind) {
    case 'exception':
      if (STOPS.has(failure.errorcode)) return { kind: 'stop', code: failure.errorcode };
      return { kind: PASSING.has(failure.errorcode) ? 'retry' : 'uncertain', code: `exception:${failure.errorcode}`.slice(0, 64) };
    case 'status':
      return judgeStatus(failure);
    case 'not-json':
      return { kind: 'uncertain', code: 'html-page' };
    case 'no-answer':
      return { kind: 'uncertain', code: `no-answer:${failure.code}` };
    case 'unreachable':
      return { kind: 'retry', code: `unreachable:${failure.code}` };
    case 'refused':
      return { kind: 'stop', code: failure.code };
    default:
      return assertNever(failure);
  }
}

function judgeStatus({ status, isEmpty, afterMs }: Extract<MoodleFailure, { kind: 'status' }>): Judgement {
  // Web services switched off: 403 with an empty body (moodle/README.md 8.1).
  if (status === 403 && isEmpty) return { kind: 'stop', code: 'web-services-off' };
  if (status === 429 || status === 503) return { kind: 'retry', code: `http-${status}`, ...(afterMs > 0 ? { afterMs } : {}) };
  if (status >= 500 || status === 408) return { kind: 'uncertain', code: `http-${status}` };
  // Moved, gone, or guarded by something in front of it: the address or the guard must be mended.
  return status >= 300 ? { kind: 'stop', code: `http-${status}` } : { kind: 'uncertain', code: `http-${status}` };
}
