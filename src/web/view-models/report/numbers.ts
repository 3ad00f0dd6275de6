import { nonResponseBounds } from '../../../domain/statistics/non-response-bounds.js';
import { wilsonInterval } from '../../../domain/statistics/wilson-interval.js';
import type { Translate } from '../../../i18n/translator.js';

/** From this many people a share is told as a percentage; below, as "x of y" (domain.md §3.2). */
const PERCENT_FROM = 20;

/** A share as a whole percentage. */
export function percentOf(share: number): number {
  return Math.round(share * 100);
}

/** "x of y" for 5–19 people, a whole percentage from 20 on; never decimals. */
export function shareText(t: Translate, yes: number, of: number): string {
  return of < PERCENT_FROM ? countsText(t, yes, of) : t('report.share.percent', { percent: percentOf(yes / of) });
}

/** "x of y". */
export function countsText(t: Translate, yes: number, of: number): string {
  return t('report.share.counts', { yes, of });
}

/** The Wilson range: in tenths and plain words below 20 people, in whole percentages from 20 on. */
export function rangeText(t: Translate, yes: number, of: number): string {
  const { low, high } = wilsonInterval(yes, of);
  if (of < PERCENT_FROM) return t('report.range.plain', { low: Math.round(low * 10), high: Math.round(high * 10) });
  return t('report.range.percent', { low: percentOf(low), high: percentOf(high) });
}

/** The least and the most it can be, whatever those who kept silent would have said. */
export function boundsText(t: Translate, yes: number, answered: number, eligible: number): string {
  const { low, high } = nonResponseBounds(yes, answered, eligible);
  if (answered < PERCENT_FROM) return t('report.bounds.counts', { low: yes, high: yes + eligible - answered, of: eligible });
  return t('report.bounds.percent', { low: percentOf(low), high: percentOf(high) });
}
