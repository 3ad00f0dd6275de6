import type { Translate } from '../../../i18n/translator.js';

/** What goes and what stays, before the person confirms. */
export interface ErasePage {
  title: string;
  goes: string[];
  stays: string[];
  action: string;
  back: string;
}

/** Makes the page that asks once more; it says nothing that the deletion does not do (decisions.md 30). */
export function erasePage(t: Translate, values: { base: string; platform: string; smallestGroup: number; hasMaps: boolean }): ErasePage {
  const goes = ['answers', 'drafts', 'questions', 'messages', 'code'];
  const stays = ['totals', 'site', 'copies'];
  return {
    title: t('privacy.erase.title'),
    goes: goes.map((key) => t(`privacy.erase.goes.${key}`, { platform: values.platform })),
    stays: [
      ...stays.map((key) => t(`privacy.erase.stays.${key}`, { k: values.smallestGroup })),
      ...(values.hasMaps ? [t('privacy.erase.maps')] : []),
    ],
    action: `${values.base}/my-data/delete`,
    back: `${values.base}/my-data`,
  };
}
