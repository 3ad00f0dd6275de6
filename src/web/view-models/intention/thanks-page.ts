import type { FollowUp } from '../../../domain/follow-up/follow-up.js';
import type { MapVersion } from '../../../domain/impact-map/impact-map.js';
import type { Commitment, Intention } from '../../../domain/intention/intention.js';
import { INTENDED } from '../../../domain/survey/codes.js';
import { type Translate, translator } from '../../../i18n/translator.js';
import { formatDay } from '../../../shared/dates.js';
import { inLanguage, type Language } from '../../../shared/language.js';
import { planWords } from './plan-words.js';

/** The page after sending. */
export interface ThanksPage {
  title: string;
  banner: string | null;
  heading: string;
  lead: string | null;
  plans: { text: string; about: string }[];
  caption: string | null;
  others: { heading: string; texts: string[] } | null;
  next: { heading: string; datesLead: string | null; dates: string[]; notes: string[] };
  links: { url: string; text: string; isMain: boolean }[];
}

type Chosen = Pick<Commitment, 'elementStableId' | 'ownText' | 'level'> & { plan: { when: string; then: string } | null };

/** What the page is made from; the preview has it too, without anything stored. */
export interface Sent {
  outcome: Intention['outcome'];
  /** The language the person wrote in. */
  language: Language;
  commitments: readonly Chosen[];
  followUps: readonly Pick<FollowUp, 'wave' | 'state' | 'dueAt' | 'lapsesAt'>[];
  map: Pick<MapVersion, 'elements'>;
  zone: string;
}

/** The plan large, the dates to come and what happens next. */
export function thanksPage(t: Translate, language: Language, sent: Sent, courseUrl: string, now: Date): ThanksPage {
  const isExit = sent.outcome === 'exit';
  const wanted = sent.commitments.filter(({ level }) => INTENDED.includes(level));
  const name = ({ elementStableId, ownText }: Chosen): string => ownText ?? wordsIn(sent.map, elementStableId, language);
  const plans = wanted.flatMap((chosen) =>
    chosen.plan ? [{ text: planWords(translator(sent.language), chosen.plan, sent.language), about: name(chosen) }] : [],
  );
  const others = wanted.filter(({ plan }) => plan === null).map(name);
  const kind = isExit ? 'Exit' : plans.length > 0 ? '' : 'None';
  return {
    title: t('intention.thanks.title'),
    banner: null,
    heading: t(`intention.thanks.heading${kind}`),
    lead: kind === '' ? null : t(`intention.thanks.lead${kind}`),
    plans,
    caption: plans.length > 0 ? t('intention.thanks.caption') : null,
    others:
      others.length > 0 ? { heading: t(plans.length > 0 ? 'intention.thanks.other' : 'intention.summary.choice'), texts: others } : null,
    next: nextOf(t, language, sent, wanted.length > 0, now),
    links: [
      ...(wanted.length > 0 ? [{ url: `${courseUrl}/plan`, text: t('intention.thanks.toPlan'), isMain: true }] : []),
      { url: `${courseUrl}/map`, text: t('intention.thanks.toMap'), isMain: wanted.length === 0 },
    ],
  };
}

function nextOf(t: Translate, language: Language, sent: Sent, hasPlans: boolean, now: Date): ThanksPage['next'] {
  const coming = sent.followUps.filter(({ state, lapsesAt }) => state === 'planned' && lapsesAt > now);
  const dates = coming.map(({ wave, dueAt }) =>
    t(`intention.thanks.date.${wave}`, { date: formatDay(dueAt > now ? dueAt : now, sent.zone, language) }),
  );
  const heading = t('intention.thanks.next');
  if (!hasPlans) return { heading, datesLead: null, dates: [], notes: [] };
  const notes = [t(dates.length > 0 ? 'intention.thanks.where' : 'intention.thanks.noDates'), t('intention.thanks.change')];
  return { heading, datesLead: dates.length > 0 ? t('intention.thanks.dates') : null, dates, notes };
}

function wordsIn(map: Pick<MapVersion, 'elements'>, stableId: string | null, language: Language): string {
  const element = map.elements.find((candidate) => candidate.stableId === stableId);
  return element ? inLanguage(element.text, language) : '';
}
