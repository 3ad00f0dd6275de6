import { SECOND_MS } from '../shared/dates.js';

/** How long a `Retry-After` header asks to wait, in milliseconds; 0 when it says nothing we can use. Only the form in seconds is read. */
export function retryAfterMs(header: unknown): number {
  const seconds = /^\d{1,6}$/.test(String(header ?? '').trim()) ? Number(header) : 0;
  return seconds * SECOND_MS;
}
