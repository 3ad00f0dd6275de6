import { createEvents, type EventAttributes } from 'ics';
import type { OccasionReminder } from '../../../domain/intention/occasion-reminders.js';
import type { Translate } from '../../../i18n/translator.js';
import { localDateOf } from '../../../shared/dates.js';
import type { CalendarEntries } from '../../../usecases/plan/calendar-file.js';
import { minutesOf } from './follow-up-line.js';
import { ownPlanWords } from './own-plan-words.js';

/**
 * The entries as an iCalendar file: whole days that block no time, the plan's reminders repeating for a while, the questions once. Entries
 * keep their ids, so that loading a newer file replaces them.
 */
export function calendarFile(entries: CalendarEntries, t: Translate, host: string): string {
  const base = {
    productId: 'impact-map',
    calName: t('plan.title'),
    classification: 'PRIVATE',
    busyStatus: 'FREE',
    transp: 'TRANSPARENT',
  } as const;
  const plans = entries.plans.map(
    ({ commitmentId, plan, language, reminder }): EventAttributes => ({
      ...base,
      uid: `plan-${commitmentId}@${host}`,
      title: t('plan.calendar.occasion', { sentence: ownPlanWords(plan, language) }),
      ...wholeDay(reminder.startsAt, entries.zone),
      ...repeatOf(reminder),
    }),
  );
  const questions = entries.questions.map(
    ({ followUpId, wave, dueAt }): EventAttributes => ({
      ...base,
      uid: `question-${followUpId}@${host}`,
      title: t('plan.calendar.question', { course: entries.courseTitle }),
      description: [
        t('plan.calendar.questionText', { minutes: minutesOf(wave) }),
        ...(entries.activityUrl ? [t('plan.calendar.questionLink', { url: entries.activityUrl })] : []),
      ].join('\n'),
      ...wholeDay(dueAt, entries.zone),
    }),
  );
  const { error, value } = createEvents([...plans, ...questions]);
  if (error || !value) throw error ?? new Error('no calendar file');
  return value;
}

type Day = [year: number, month: number, day: number];

/** From a local date to the next; an end, because as a duration the library writes `P1DT`, which RFC 5545 §3.3.6 does not allow. */
function wholeDay(moment: Date, zone: string): { start: Day; end: Day } {
  const [year = 0, month = 1, day = 1] = localDateOf(moment, zone).split('-').map(Number);
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { start: [year, month, day], end: [next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate()] };
}

function repeatOf({ repeat }: OccasionReminder): { recurrenceRule?: string } {
  if (!repeat) return {};
  const frequency = repeat.every === 'week' ? 'WEEKLY' : 'MONTHLY';
  return { recurrenceRule: `FREQ=${frequency};INTERVAL=${repeat.interval};COUNT=${repeat.times}` };
}
