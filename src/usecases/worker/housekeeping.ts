import type { Dependencies } from '../dependencies.js';

/** Deletes what is over: drafts whose time has come (decisions.md 12), launches nobody finished, and sessions that ended. */
export function createHousekeeping({ data, clocks }: Dependencies) {
  return (): Promise<void> =>
    data.write(async ({ intentions, launches }) => {
      await intentions.deleteExpiredDrafts(clocks.calendar.now());
      await launches.deleteExpired(clocks.protocol.now());
    });
}
