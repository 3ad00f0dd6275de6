import type { FollowUp } from '../../../domain/follow-up/follow-up.js';
import { LATE_DAYS, WAVES } from '../../../domain/follow-up/wave.js';
import { opennessAt } from '../../../domain/follow-up/window.js';
import type { Translate } from '../../../i18n/translator.js';
import { addMs, DAY_MS } from '../../../shared/dates.js';

type Told = Pick<FollowUp, 'wave' | 'state' | 'reason' | 'dueAt' | 'lapsesAt' | 'closesAt' | 'answeredAt'> & {
  isCarried?: boolean;
  /** Everything it would ask about was ended (decisions.md 10). */
  asksNothing?: boolean;
};

/** How long the survey of a wave takes, in minutes. */
export function minutesOf(wave: FollowUp['wave']): number {
  return WAVES.find(({ code }) => code === wave)?.minutes ?? 1;
}

/** Where a follow-up stands, told to the person it asks. */
export function followUpLine(followUp: Told, t: Translate, day: (moment: Date) => string, now: Date): string {
  const { state, reason, dueAt, closesAt, answeredAt } = followUp;
  if (state === 'answered') return followUp.isCarried ? t('plan.next.carried') : t('plan.next.answered', { day: day(answeredAt ?? dueAt) });
  if (state === 'skipped') return t('plan.next.skipped');
  if (state === 'cancelled') return t(`plan.next.${reason === 'stopped' || reason === 'two-silences' ? reason : 'declined'}`);
  const openness = opennessAt(followUp, now);
  if (openness === 'closed' || openness === 'lapsed') return t('plan.next.missed');
  if (followUp.asksNothing) return t('plan.next.ended');
  if (openness === 'open' && closesAt) return t('plan.next.open', { day: day(closesAt) });
  if (openness === 'late' && closesAt) {
    return t('plan.next.late', { day: day(closesAt), last: day(addMs(closesAt, LATE_DAYS * DAY_MS)) });
  }
  return t('plan.next.around', { day: day(dueAt), minutes: minutesOf(followUp.wave) });
}
