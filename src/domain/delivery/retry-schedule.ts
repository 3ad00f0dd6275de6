import { HOUR_MS, MINUTE_MS } from '../../shared/dates.js';

/** After this many attempts a message or score is given up (security.md D3.7). */
export const MAX_ATTEMPTS = 8;
/** How long a worker holds what it claimed (security.md D3.3). */
export const LEASE_MS = 5 * MINUTE_MS;
/** How long to wait before looking whether an uncertain message arrived: above the LMS's own request limit (decisions.md 16). */
export const SETTLE_MS = 15 * MINUTE_MS;

const LONGEST_MS = 6 * HOUR_MS;

/**
 * The delay after attempt number `attempts` (1, 2, …): 1 minute · 4ⁿ⁻¹, at most 6 hours, ± 20 % by `fraction` (0 up to 1), and
 * never shorter than what the LMS asked for (security.md D3.7).
 */
export function retryDelayMs(attempts: number, fraction: number, afterMs = 0): number {
  const steps = Math.max(0, Math.min(attempts - 1, 10));
  const delay = Math.min(MINUTE_MS * 4 ** steps, LONGEST_MS);
  return Math.max(Math.round(delay * (0.8 + 0.4 * fraction)), Math.min(afterMs, 24 * HOUR_MS));
}
