import { hasText, type Translate } from '../../../i18n/translator.js';
import type { Language } from '../../../shared/language.js';
import type { PersonExport } from '../../../usecases/privacy/export-person.js';
import { followUpItems } from './follow-up-items.js';
import { intentionItems } from './intention-items.js';
import { courseItems, draftItems, gradeItems, mapItems, messageItems, personItems, sessionItems, totalItems } from './other-items.js';
import { type DataItem, type OwnData, ownDataOf } from './own-data.js';

/** One part of "My data". */
export interface DataSection {
  id: string;
  title: string;
  intro: string | null;
  items: DataItem[];
  none: string | null;
}

/** The page "My data", and the readable download, which has no actions. */
export interface OwnDataPage {
  title: string;
  lead: string;
  madeAt: string;
  who: { title: string; sentences: string[] };
  sections: DataSection[];
  actions: { title: string; page: string; json: string; erase: string; plan: string | null } | null;
}

const SECTIONS: Record<string, (data: OwnData) => DataItem[]> = {
  you: personItems,
  courses: courseItems,
  intentions: intentionItems,
  followUps: followUpItems,
  messages: messageItems,
  grades: gradeItems,
  drafts: draftItems,
  sessions: sessionItems,
  totals: totalItems,
  maps: mapItems,
};

/** Makes "My data" from an export: everything in it that means something to a person, in plain words (decisions.md 30). */
export function ownDataPage(
  exported: PersonExport,
  t: Translate,
  language: Language,
  links: { base: string; hasPlan: boolean } | null,
): OwnDataPage {
  const data = ownDataOf(exported, t, language);
  const sections = Object.entries(SECTIONS).map(([id, itemsOf]) => sectionOf(id, itemsOf(data), t));
  return {
    title: t('privacy.title'),
    lead: t('privacy.lead', { platform: exported.platform.name }),
    madeAt: t('privacy.madeAt', { day: data.day(exported.madeAt) }),
    who: {
      title: t('privacy.who.title'),
      sentences: [t('privacy.who.own'), t('privacy.who.others', { k: exported.platform.smallestGroup }), t('privacy.who.site')],
    },
    // Only people who published a map are told that they did not.
    sections: sections.filter((section) => section.id !== 'maps' || section.items.length > 0),
    actions: links && {
      title: t('privacy.actions'),
      page: `${links.base}/my-data/download`,
      json: `${links.base}/my-data.json`,
      erase: `${links.base}/my-data/delete`,
      plan: links.hasPlan ? `${links.base}/plan` : null,
    },
  };
}

function sectionOf(id: string, items: DataItem[], t: Translate): DataSection {
  const text = (part: string): string | null => (hasText(`privacy.section.${id}.${part}`) ? t(`privacy.section.${id}.${part}`) : null);
  return { id, title: t(`privacy.section.${id}.title`), intro: text('intro'), items, none: items.length ? null : text('none') };
}
