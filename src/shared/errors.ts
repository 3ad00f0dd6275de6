/** What kind of refusal an error is; `web/error-page.ts` alone turns kinds into statuses and pages. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'too-large'
  | 'too-many'
  | 'unsupported'
  | 'method'
  | 'upstream'
  | 'unavailable';

/**
 * A refusal with a stable code. `code` names the page text (i18n key `errors.<code>`) and the log line; `detail` is for the
 * log only and never holds a token, a name or an answer.
 */
export class AppError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly detail: Record<string, unknown>;

  constructor(code: string, kind: ErrorKind, detail: Record<string, unknown> = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
    this.kind = kind;
    this.detail = detail;
  }
}

/** The thing asked for does not exist, or not for this person: the two look alike from outside (security.md A05). */
export class NotFound extends AppError {
  constructor(what: string) {
    super('not-found', 'not-found', { what });
  }
}

/** The person may not do this in this course (security.md A06). */
export class Forbidden extends AppError {
  constructor(ability: string) {
    super('forbidden', 'forbidden', { ability });
  }
}
