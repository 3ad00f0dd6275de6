import { AppError } from '../shared/errors.js';

/** A call to an LMS that got no usable answer; `reason` says how it failed, never what was sent. */
export class LmsCallFailed extends AppError {
  constructor(reason: string, cause?: unknown) {
    super('upstream', 'upstream', { reason }, cause);
  }
  get reason(): string {
    return String(this.detail['reason']);
  }
}
