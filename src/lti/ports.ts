/** An answer of an LMS, of any status. */
export interface LmsAnswer {
  status: number;
  text: string;
  link: string | null;
  retryAfter: string | null;
}

/** One call to an LMS; throws `LmsCallFailed` when no answer came. */
export interface LmsHttp {
  send(call: { method: 'GET' | 'POST'; url: string; headers?: Record<string, string>; body?: string }): Promise<LmsAnswer>;
}
