import type { MapVersion } from '../../../domain/impact-map/impact-map.js';
import type { Translate } from '../../../i18n/translator.js';
import { inLanguage, type Language } from '../../../shared/language.js';
import type { MapMoment } from '../../../usecases/impact-map/open-map-page.js';
import { type MapPicture, mapPicture } from './map-picture.js';

/** A card with one thing to do. */
export interface Moment {
  title: string;
  text: string;
  button: string;
  url: string;
  isForm: boolean;
  isCalm: boolean;
  /** Whether it comes before the map; the end of the course is asked after it. */
  isAbove: boolean;
}

/** The page of a course's map. */
export interface MapPage {
  title: string;
  heading: string;
  lead: string;
  /** What fits a learner now; a form where pressing it changes something. */
  moment: Moment | null;
  /** What a map is, in one screen; open before the end of the course, folded after it. */
  explain: { title: string; paragraphs: string[]; isOpen: boolean } | null;
  picture: MapPicture;
}

/** Makes the map's page for one moment and language. */
export function mapPage(
  { map, moment }: { map: MapVersion; moment: MapMoment },
  view: { language: Language; t: Translate; selected: string | null },
): MapPage {
  const { language, t, selected } = view;
  const heading = inLanguage(map.title, language);
  return {
    title: heading,
    heading,
    lead: t('map.page.lead'),
    moment: momentOf(map.courseId, moment, t),
    explain: explainOf(moment, { t, hasChoice: selected !== null }),
    picture: mapPicture(map, { language, t, selected }),
  };
}

function momentOf(courseId: number, moment: MapMoment, t: Translate): MapPage['moment'] {
  if (moment === null || moment === 'before') return null;
  const page = { finish: 'finish', state: 'intention', stated: 'plan', left: 'plan' }[moment];
  return {
    title: t(`map.moment.${moment}.title`),
    text: t(`map.moment.${moment}.text`),
    button: t(`map.moment.${moment}.button`),
    url: `/courses/${courseId}/${page}`,
    isForm: moment === 'finish',
    isAbove: moment !== 'finish',
    isCalm: moment === 'stated' || moment === 'left',
  };
}

function explainOf(moment: MapMoment, { t, hasChoice }: { t: Translate; hasChoice: boolean }): MapPage['explain'] {
  if (moment === null) return null;
  const isBefore = moment === 'before' || moment === 'finish';
  const parts = ['lead', 'read', 'heart', 'choose', ...(isBefore ? ['later'] : [])];
  return {
    title: t('map.explain.title'),
    paragraphs: parts.map((part) => t(`map.explain.${part}`)),
    isOpen: isBefore && !hasChoice,
  };
}
