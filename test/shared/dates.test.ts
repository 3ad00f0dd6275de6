import { expect } from 'chai';
import { atLocalHour, isTimeZone, localDateOf } from '../../src/shared/dates.js';

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

  it('knows what a time zone is', () => {
    expect(isTimeZone('Europe/Amsterdam')).to.equal(true);
    expect(isTimeZone('Mars/Olympus')).to.equal(false);
  });
});
