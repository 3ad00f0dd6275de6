import { askedCommitments } from '../../../domain/follow-up/asked-commitments.js';
import type { Translate } from '../../../i18n/translator.js';
import { formatDay } from '../../../shared/dates.js';
import { inLanguage, type Language } from '../../../shared/language.js';
import type { SurveyResponse } from '../../../usecases/ports/follow-ups.js';
import type { GroupTotals } from '../../../usecases/report/open-totals.js';
import type { Survey } from '../../../usecases/survey/find-survey.js';
import { statusPoints } from '../plan/commitment-card.js';
import { ownPlanWords } from '../plan/own-plan-words.js';

/** After sending: what the person said before and now, and, when allowed, how the group stands. */
export interface SurveyThanksPage {
  title: string;
  sentences: string[];
  lines: { behaviour: string; plan: string | null; language: Language; points: { label: string; text: string }[] }[];
  totals: string[] | null;
  next: string;
  links: { url: string; text: string; isMain: boolean }[];
}

interface Sent {
  survey: Survey;
  response: SurveyResponse;
  totals: GroupTotals | null;
  /** True when the person sent it just now, false when they come back to it. */
  isNew: boolean;
}

/** Makes the page after a survey was sent. Totals come from the latest release and are left out until it has any (decisions.md 22). */
export function surveyThanksPage(
  { survey, response, totals, isNew }: Sent,
  t: Translate,
  language: Language,
  base: string,
): SurveyThanksPage {
  const day = (moment: Date): string => formatDay(moment, survey.zone, language);
  const { intention, followUp } = survey;
  const coming = intention.followUps.find(({ state, dueAt, instrument }) => {
    return state === 'planned' && dueAt > followUp.dueAt && askedCommitments(intention.commitments, instrument).length > 0;
  });
  return {
    title: t(isNew ? 'followup.thanks.title' : 'followup.thanks.alreadyTitle'),
    sentences: [
      isNew ? t('followup.thanks.text') : t('followup.thanks.already', { day: day(response.submittedAt) }),
      ...(isNew && response.isLate ? [t('followup.thanks.late')] : []),
    ],
    lines: intention.commitments
      .filter(({ level }) => level !== 'CM0')
      .map((commitment) => ({
        behaviour: inLanguage(commitment.behaviour, language),
        plan: commitment.plans[0] ? ownPlanWords(commitment.plans[0], intention.language) : null,
        language: intention.language,
        points: statusPoints(commitment, t),
      })),
    totals: totals && totalSentences(totals, t),
    next: coming ? t('followup.thanks.next', { day: day(coming.dueAt) }) : t('followup.thanks.nextNone'),
    links: [
      { url: `${base}/plan`, text: t('followup.thanks.plan'), isMain: true },
      { url: `${base}/map`, text: t('followup.thanks.map'), isMain: false },
    ],
  };
}

function totalSentences({ intended, tried }: GroupTotals, t: Translate): string[] {
  return [
    ...(intended ? [t('followup.totals.intended', { yes: intended.yes, of: intended.of })] : []),
    ...(tried ? [t(`followup.totals.tried.${tried.wave}`, { yes: tried.yes, of: tried.of })] : []),
  ];
}
