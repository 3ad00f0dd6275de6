import { may, type Viewer } from '../../domain/access/abilities.js';
import type { Translate } from '../../i18n/translator.js';

/** One entry of the navigation. */
export interface NavItem {
  url: string;
  text: string;
  isCurrent: boolean;
}

/** The pages of a course that a viewer may open. `path` marks the current one. */
export function courseNav(viewer: Viewer, t: Translate, path: string): NavItem[] {
  const base = `/courses/${viewer.courseId}`;
  const items = [
    may(viewer, 'choose-map') && { url: `${base}/start`, text: t('common.nav.start') },
    may(viewer, 'see-map') && { url: `${base}/map`, text: t('common.nav.map') },
    may(viewer, 'see-own-plan') && { url: `${base}/plan`, text: t('common.nav.plan') },
    may(viewer, 'preview-as-learner') && { url: `${base}/preview`, text: t('common.nav.preview') },
    may(viewer, 'see-report') && { url: `${base}/report`, text: t('common.nav.report') },
    may(viewer, 'see-platform') && { url: '/platform', text: t('common.nav.platform') },
    { url: `${base}/my-data`, text: t('common.nav.data') },
  ].filter((item) => item !== false);
  const here = path.split('?')[0] ?? '';
  return items.map((item) => ({ ...item, isCurrent: here === item.url || here.startsWith(`${item.url}/`) }));
}
