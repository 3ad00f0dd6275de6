import type { Translate } from '../../../i18n/translator.js';
import { formatDay } from '../../../shared/dates.js';
import type { Language } from '../../../shared/language.js';
import type { ClosedReason, Survey } from '../../../usecases/survey/find-survey.js';

/** A survey that cannot be answered now, and why. */
export interface ClosedSurveyPage {
  title: string;
  text: string;
  link: { url: string; text: string };
}

/** Makes the friendly page of a survey that is not open. */
export function closedSurveyPage(
  { reason, survey }: { reason: ClosedReason; survey: Survey },
  t: Translate,
  language: Language,
  base: string,
): ClosedSurveyPage {
  return {
    title: t('followup.closed.title'),
    text: t(`followup.closed.${reason}`, { day: formatDay(survey.followUp.dueAt, survey.zone, language) }),
    link: { url: `${base}/plan`, text: t('followup.closed.plan') },
  };
}
