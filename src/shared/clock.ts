/** A source of the present moment; injected everywhere, so that tests and the demo decide what time it is. */
export interface Clock {
  now(): Date;
}

/**
 * Two clocks (decisions.md 14): `protocol` for tokens, sessions and leases, always real; `calendar` for completion, waves,
 * windows and releases, which the demo moves forward.
 */
export interface Clocks {
  protocol: Clock;
  calendar: Clock;
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() };
