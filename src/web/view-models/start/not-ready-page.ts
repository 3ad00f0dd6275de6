import type { Translate } from '../../../i18n/translator.js';

/** The friendly "not ready yet" for learners. */
export interface NotReadyPage {
  title: string;
  text: string;
  more: string;
}

/** Makes the "not ready yet" page. */
export function notReadyPage(t: Translate): NotReadyPage {
  return { title: t('map.notReady.title'), text: t('map.notReady.text'), more: t('map.notReady.more') };
}
