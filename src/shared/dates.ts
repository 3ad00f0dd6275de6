import { DateTime } from 'luxon';

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** `moment` plus a number of milliseconds. */
export function addMs(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms);
}

/** The local calendar date (`YYYY-MM-DD`) of a moment in an IANA time zone. */
export function localDateOf(moment: Date, zone: string): string {
  return DateTime.fromJSDate(moment, { zone }).toISODate() ?? '';
}

/** The moment at which local `hour` o'clock strikes, `days` local days after the local date of `moment`. Safe over DST changes. */
export function atLocalHour(moment: Date, days: number, hour: number, zone: string): Date {
  return DateTime.fromJSDate(moment, { zone }).startOf('day').plus({ days }).set({ hour }).toUTC().toJSDate();
}

/** Whether a text names a time zone this machine knows. */
export function isTimeZone(zone: string): boolean {
  return DateTime.local({ zone }).isValid;
}

/** A date as people write it in their language, e.g. "14 December 2026" or "14 december 2026". */
export function formatDay(moment: Date, zone: string, language: 'en' | 'nl'): string {
  return DateTime.fromJSDate(moment, { zone })
    .setLocale(language === 'nl' ? 'nl-BE' : 'en-GB')
    .toLocaleString(DateTime.DATE_FULL);
}
