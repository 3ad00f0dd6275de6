import { may, type Viewer } from '../../../domain/access/abilities.js';
import { behavioursOf, elementsOf } from '../../../domain/impact-map/impact-map.js';
import type { Translate } from '../../../i18n/translator.js';
import { formatDay } from '../../../shared/dates.js';
import { inLanguage, type Language } from '../../../shared/language.js';
import type { CourseStart } from '../../../usecases/impact-map/open-start-page.js';
import type { ChoiceField } from '../fields.js';
import { type TemplateCards, templateCards } from '../impact-map/template-cards.js';

/** The designer's page of a course. */
export interface StartPage {
  title: string;
  lead: string;
  map: { title: string; texts: string[]; links: { url: string; text: string; isMain: boolean }[] };
  cards: TemplateCards | null;
  templateAction: string;
  templateButton: string;
  /** Set where the course has a map: the cards are folded away under it. */
  changeLabel: string | null;
  changeHint: string | null;
  view: { title: string; text: string; field: ChoiceField | null; action: string; button: string };
  steps: { title: string; lead: string | null; items: string[] };
  waiting: { title: string; none: string; items: string[]; link: { url: string; text: string } | null };
  report: { title: string; text: string; link: { url: string; text: string } };
}

/** Who looks, in which language, and which form came back unanswered. */
export interface StartView {
  viewer: Viewer;
  language: Language;
  t: Translate;
  error?: 'template' | 'view';
}

/** Makes the start page of a course. */
export function startPage(start: CourseStart, view: StartView): StartPage {
  const { viewer, language, t, error } = view;
  const base = `/courses/${viewer.courseId}`;
  return {
    title: t('map.start.title'),
    lead: t('map.start.lead'),
    map: mapPart(start, { base, language, t }),
    cards: start.canChangeMap ? templateCards({ language, t, chosen: start.map?.templateCode ?? null, error: error === 'template' }) : null,
    templateAction: `${base}/start/template`,
    templateButton: t('map.start.map.choose'),
    changeLabel: start.map ? t('map.start.map.change') : null,
    changeHint: start.map ? t('map.start.map.changeHint') : null,
    view: viewPart(start, { base, t, hasError: error === 'view' }),
    steps: stepsPart(start, t),
    waiting: waitingPart(start, viewer, t),
    report: {
      title: t('map.start.report.title'),
      text: start.releasedAt
        ? t('map.start.report.has', { date: formatDay(start.releasedAt, start.timeZone, language) })
        : t('map.start.report.none', { group: start.smallestGroup }),
      link: { url: `${base}/report`, text: t('map.start.report.open') },
    },
  };
}

function mapPart(start: CourseStart, { base, language, t }: { base: string; language: Language; t: Translate }): StartPage['map'] {
  const { map } = start;
  const title = t('map.start.map.title');
  if (!map) return { title, texts: [t('map.start.map.none')], links: [] };
  const date = map.publishedAt ? formatDay(map.publishedAt, start.timeZone, language) : '';
  const counts = { behaviours: behavioursOf(map).length, indicators: elementsOf(map, 'success_indicator').length };
  return {
    title,
    texts: [
      t('map.start.map.has', { title: inLanguage(map.title, language), date }),
      t('map.start.map.counts', counts),
      ...(start.canChangeMap ? [] : [t('map.start.map.fixed')]),
    ],
    links: [
      { url: `${base}/map`, text: t('map.start.map.open'), isMain: true },
      { url: `${base}/preview`, text: t('map.start.map.preview'), isMain: false },
    ],
  };
}

function viewPart(start: CourseStart, { base, t, hasError }: { base: string; t: Translate; hasError: boolean }): StartPage['view'] {
  const text = { map: 'isMap', intention: 'isIntention', unset: 'unset', none: 'none' }[start.view ?? 'none'];
  const option = (value: string) => ({
    value,
    text: t(`map.start.view.${value}`),
    note: t(`map.start.view.${value}Hint`),
    isChecked: false,
  });
  return {
    title: t('map.start.view.title'),
    text: t(`map.start.view.${text}`),
    action: `${base}/start/view`,
    button: t('map.start.view.button'),
    field:
      start.view === 'unset'
        ? {
            ...{ kind: 'radio', name: 'view', hint: null, isRequired: true, onlyIf: null },
            legend: t('map.start.view.legend'),
            error: hasError ? t('map.start.view.error') : null,
            options: [option('map'), option('intention')],
          }
        : null,
  };
}

function stepsPart({ hasMapActivity, hasIntentionActivity }: CourseStart, t: Translate): StartPage['steps'] {
  const missing = [...(hasMapActivity ? [] : ['addMap']), ...(hasIntentionActivity ? [] : ['addIntention'])];
  return {
    title: t('map.start.steps.title'),
    lead: missing.length === 0 ? t('map.start.steps.all') : null,
    items: [...missing, 'restrict', 'complete'].map((step) => t(`map.start.steps.${step}`)),
  };
}

function waitingPart(start: CourseStart, viewer: Viewer, t: Translate): StartPage['waiting'] {
  const seesPlatform = may(viewer, 'see-platform');
  const who = seesPlatform ? 'Administrator' : '';
  const connection = { none: `noConnection${who}`, stopped: `stopped${who}`, working: null }[start.connection];
  const items = [...(start.map ? [] : ['noMap']), ...(connection ? [connection] : [])];
  return {
    title: t('map.start.waiting.title'),
    none: t('map.start.waiting.none'),
    items: items.map((item) => t(`map.start.waiting.${item}`)),
    link: seesPlatform && connection ? { url: '/platform', text: t('map.start.waiting.platform') } : null,
  };
}
