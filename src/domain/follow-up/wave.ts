/** The follow-up waves of domain.md §7; days count from completion. */
export const WAVE_CODES = ['W1', 'W2', 'W3'] as const;
export type WaveCode = (typeof WAVE_CODES)[number];

export type Instrument = 'CHK' | 'FUP' | 'SUS';

/** One planned moment after completion. */
export interface Wave {
  code: WaveCode;
  offsetDays: number;
  windowDays: number;
  instrument: Instrument;
  /** Truthful length for the person, in minutes. */
  minutes: number;
}

/** Three weeks, three months, six months (domain.md §7). */
export const WAVES: readonly Wave[] = [
  { code: 'W1', offsetDays: 21, windowDays: 14, instrument: 'CHK', minutes: 1 },
  { code: 'W2', offsetDays: 90, windowDays: 28, instrument: 'FUP', minutes: 3 },
  { code: 'W3', offsetDays: 180, windowDays: 28, instrument: 'SUS', minutes: 2 },
];

/** A late answer counts up to this many days after the window closed (decisions.md 8). */
export const LATE_DAYS = 14;
/** W3 lapses unasked this many days after it was due (decisions.md 8). */
export const LAST_WAVE_LAPSE_DAYS = 60;
/** The local hour at which waves fall due. */
export const DUE_HOUR = 10;
