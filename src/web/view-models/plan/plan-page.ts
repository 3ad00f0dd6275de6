import { askedCommitments } from '../../../domain/follow-up/asked-commitments.js';
import type { FollowUp } from '../../../domain/follow-up/follow-up.js';
import { closingMoment } from '../../../domain/follow-up/window.js';
import { hasText, type Translate } from '../../../i18n/translator.js';
import { formatDay } from '../../../shared/dates.js';
import { inLanguage, type Language } from '../../../shared/language.js';
import type { OpenSurvey, OwnPlan } from '../../../usecases/plan/open-plan.js';
import type { FollowedIntention } from '../../../usecases/plan/own-intentions.js';
import { answerLine } from '../survey/answer-line.js';
import { type CommitmentCard, commitmentCard } from './commitment-card.js';
import { followUpLine, minutesOf } from './follow-up-line.js';

/** A survey that waits, with the way to it. */
export interface SurveyInvitation {
  title: string | null;
  text: string;
  until: string | null;
  url: string;
  button: string;
}

/** One intention on "My plan". */
export interface IntentionPart {
  heading: string | null;
  stated: string;
  exit: { title: string; text: string } | null;
  cards: CommitmentCard[];
  declined: string[];
  next: { label: string; text: string }[];
  answers: { title: string; lines: { label: string; value: string }[] }[];
}

/** The page "My plan"; texts are in the person's language, plans in their own. */
export interface PlanPage {
  title: string;
  lead: string;
  done: string | null;
  surveys: SurveyInvitation[];
  empty: { title: string; text: string; url: string; button: string } | null;
  intentions: IntentionPart[];
  calendar: string | null;
  stop: { action: string } | { already: string } | null;
  dataUrl: string;
}

interface Words {
  t: Translate;
  language: Language;
  base: string;
  day(moment: Date): string;
  now: Date;
}

/** Makes "My plan". `done` is what the person just did, as a key of `plan.done`. */
export function planPage(plan: OwnPlan, t: Translate, language: Language, done: string | null): PlanPage {
  const base = `/courses/${plan.course.id}`;
  const words: Words = { t, language, base, now: plan.now, day: (moment) => formatDay(moment, plan.zone, language) };
  const stated = plan.intentions.filter(({ outcome }) => outcome === 'stated');
  const hasQuestions = stated.some(({ followUps }) => followUps.some(({ state }) => state === 'planned' || state === 'open'));
  const hasComing = stated.some((intention) => intention.followUps.some((one) => one.state === 'planned' && asks(intention, one)));
  const hasPlans = stated.some(({ commitments }) =>
    commitments.some(({ plans, state }) => plans[0] && ['active', 'adjusted'].includes(state)),
  );
  return {
    title: t('plan.title'),
    lead: t('plan.lead'),
    done: done && hasText(`plan.done.${done}`) ? t(`plan.done.${done}`) : null,
    surveys: [
      ...plan.surveysHere.map((survey) => invitationHere(survey, words)),
      ...plan.surveysElsewhere.map((survey) => invitationElsewhere(survey, words)),
    ],
    empty: plan.intentions.length > 0 ? null : emptyPart(plan.hasCompleted, words),
    intentions: plan.intentions.map((intention, index) => intentionPart(intention, index > 0, words)),
    calendar: hasComing || hasPlans ? `${base}/plan/calendar.ics` : null,
    stop: stopPart(stated, hasQuestions, words),
    dataUrl: `${base}/my-data`,
  };
}

function invitationHere({ followUp }: OpenSurvey, { t, base, day, now }: Words): SurveyInvitation {
  const closesAt = followUp.closesAt ?? closingMoment(followUp, now);
  return {
    title: t('plan.survey.here'),
    text: t('plan.survey.hereText', { minutes: minutesOf(followUp.wave) }),
    until: t(closesAt > now ? 'plan.survey.hereUntil' : 'plan.survey.hereLate', { day: day(closesAt) }),
    url: `${base}/follow-ups/${followUp.id}`,
    button: t('plan.survey.hereButton'),
  };
}

function invitationElsewhere({ followUp, courseTitle }: OpenSurvey, { t }: Words): SurveyInvitation {
  return {
    title: null,
    text: t('plan.survey.other', { course: courseTitle }),
    until: null,
    url: `/courses/${followUp.courseId}/follow-ups/${followUp.id}`,
    button: t('plan.survey.otherButton', { course: courseTitle }),
  };
}

function emptyPart(hasCompleted: boolean, { t, base }: Words): PlanPage['empty'] {
  const key = hasCompleted ? 'completed' : 'ongoing';
  return {
    title: t('plan.empty.title'),
    text: t(`plan.empty.${key}`),
    url: hasCompleted ? `${base}/intention` : `${base}/map`,
    button: t(`plan.empty.${key}Button`),
  };
}

function stopPart(stated: FollowedIntention[], hasQuestions: boolean, { t, base, day }: Words): PlanPage['stop'] {
  if (hasQuestions) return { action: `${base}/plan/stop` };
  const stoppedAt = stated.map((intention) => intention.stoppedAt).find((moment) => moment !== null);
  return stoppedAt ? { already: t('plan.stop.already', { day: day(stoppedAt) }) } : null;
}

function intentionPart(intention: FollowedIntention, isEarlier: boolean, words: Words): IntentionPart {
  const { t, language, day } = words;
  const isExit = intention.outcome === 'exit';
  return {
    heading: isEarlier ? t('plan.earlier') : null,
    stated: t('plan.stated', { day: day(intention.submittedAt) }),
    exit: isExit ? { title: t('plan.exit.title'), text: t('plan.exit.text', { day: day(intention.submittedAt) }) } : null,
    cards: intention.commitments.filter(({ level }) => level !== 'CM0').map((commitment) => commitmentCard(commitment, intention, words)),
    declined: intention.commitments
      .filter(({ level }) => level === 'CM0')
      .map(({ behaviour }) => t('plan.declined', { behaviour: inLanguage(behaviour, language) })),
    next: isExit ? [] : nextLines(intention, words),
    answers: intention.followUps.flatMap(({ response }) =>
      response && !response.isCarried ? [answersPart(intention, response, words)] : [],
    ),
  };
}

/** A wave has something to ask as long as one of its behaviours was not ended (decisions.md 10). */
function asks({ commitments }: FollowedIntention, { instrument }: Pick<FollowUp, 'instrument'>): boolean {
  return askedCommitments(commitments, instrument).length > 0;
}

function nextLines(intention: FollowedIntention, { t, day, now }: Words): { label: string; text: string }[] {
  return intention.followUps.map((followUp) => ({
    label: t(`plan.line.${followUp.wave}`),
    text: followUpLine(
      { ...followUp, isCarried: followUp.response?.isCarried ?? false, asksNothing: !asks(intention, followUp) },
      t,
      day,
      now,
    ),
  }));
}

type Response = NonNullable<FollowedIntention['followUps'][number]['response']>;

function answersPart(intention: FollowedIntention, response: Response, { t, language, day }: Words): IntentionPart['answers'][number] {
  const words = {
    t,
    behaviour: (id: number) => {
      const commitment = intention.commitments.find((one) => one.id === id);
      return commitment ? inLanguage(commitment.behaviour, language) : '';
    },
    indicator: (stableId: string) => {
      const element = intention.elements.find((one) => one.stableId === stableId);
      return element ? inLanguage(element.text, language) : '';
    },
  };
  return {
    title: t('plan.answers.title', { day: day(response.submittedAt) }),
    lines: response.answers.map((answer) => answerLine(answer, words)),
  };
}
