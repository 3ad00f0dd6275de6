import { expect } from 'chai';
import { atLocalHour, isTimeZone, localDateOf, localDaysBetween } from '../../src/shared/dates.js';

const zone = 'Europe/Brussels';

describe('dates', () => {
  it('strikes the local hour on both sides of summer time', () => {
    expect(atLocalHour(new Date('2026-03-27T12:00:00Z'), 1, 10, zone).toISOString()).to.equal('2026-03-28T09:00:00.000Z');
    expect(atLocalHour(new Date('2026-03-27T12:00:00Z'), 3, 10, zone).toISOString()).to.equal('2026-03-30T08:00:00.000Z');
    expect(atLocalHour(new Date('2026-10-23T12:00:00Z'), 3, 10, zone).toISOString()).to.equal('2026-10-26T09:00:00.000Z');
  });

  it('counts from the local day, not the day in UTC', () => {
    expect(localDateOf(new Date('2026-06-01T22:30:00Z'), zone)).to.equal('2026-06-02');
    expect(atLocalHour(new Date('2026-06-01T22:30:00Z'), 0, 10, zone).toISOString()).to.equal('2026-06-02T08:00:00.000Z');
  });

  it('counts whole local days over a change of the clock', () => {
    expect(localDaysBetween(new Date('2026-03-28T23:30:00Z'), new Date('2026-03-29T21:59:00Z'), zone)).to.equal(0);
    expect(localDaysBetween(new Date('2026-03-28T12:00:00Z'), new Date('2026-04-18T08:00:00Z'), zone)).to.equal(21);
  });

  it('knows what a time zone is', () => {
    expect(isTimeZone('Europe/Amsterdam')).to.equal(true);
    expect(isTimeZone('Mars/Olympus')).to.equal(false);
  });
});
