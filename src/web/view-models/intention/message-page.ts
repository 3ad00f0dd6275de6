import type { Translate } from '../../../i18n/translator.js';
import type { IntentionState } from '../../../usecases/intention/open-intention.js';

/** A short page with one thing to do, or nothing. */
export interface MessagePage {
  title: string;
  heading: string;
  text: string;
  /** A button that posts. */
  button: { action: string; text: string } | null;
  link: { url: string; text: string } | null;
}

/** "Not ready yet": the course has no map, or the activity shows nothing. */
export function notReadyPage(t: Translate): MessagePage {
  const heading = t('intention.notReady.heading');
  return { title: heading, heading, text: t('intention.notReady.text'), button: null, link: null };
}

/** Before completion: where the intention will be, or the button that tells the course is finished (decisions.md 6). */
export function notCompletedPage(t: Translate, state: Extract<IntentionState, { kind: 'not-completed' }>, courseUrl: string): MessagePage {
  const heading = t('intention.notCompleted.heading');
  const link = { url: `${courseUrl}/map`, text: t('intention.thanks.toMap') };
  if (state.byActivity) return { title: heading, heading, text: t('intention.notCompleted.byActivity'), button: null, link };
  const button = { action: `${courseUrl}/finish`, text: t('intention.notCompleted.button') };
  return { title: heading, heading, text: t('intention.notCompleted.text'), button, link };
}

/** A preview of a course without a map. */
export function noPreviewPage(t: Translate, courseUrl: string): MessagePage {
  const link = { url: `${courseUrl}/start`, text: t('intention.preview.toStart') };
  return { title: t('common.nav.preview'), heading: t('common.nav.preview'), text: t('intention.preview.noMap'), button: null, link };
}
