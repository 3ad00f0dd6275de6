/** Numbers of the house that a person may want to know; each with its source. */
export const defaults = {
  /** Time zone of a platform until somebody says otherwise (decisions.md 13). */
  timeZone: 'Europe/Brussels',
  /** Smallest group a figure may speak of (domain.md §3.6 R1). */
  smallestGroup: 5,
  /** Life of a tool session in hours (security.md B21). */
  sessionHours: 12,
  /** Life of a pending launch in minutes (security.md E). */
  pendingLaunchMinutes: 10,
  /** Life of a registration link in hours (decisions.md 32). */
  registrationLinkHours: 24,
  /** How far the platform's clock may differ from ours, in seconds (security.md B6). */
  clockToleranceSeconds: 60,
  /** Logins, and launches, of one address in a minute: a large lecture behind one address passes, a flood does not (security.md L16). */
  launchesPerMinute: 600,
  /** Worker tick in milliseconds. */
  workerTickMs: 5_000,
} as const;
