import type { MapVersion } from '../../../domain/impact-map/impact-map.js';
import type { Translate } from '../../../i18n/translator.js';
import { inLanguage, type Language } from '../../../shared/language.js';
import type { ChosenActivity, ContentRequest } from '../../../usecases/launch/choose-content.js';
import type { DeepLinkForm } from '../../forms/deep-link.js';
import type { ChoiceField } from '../fields.js';
import { type TemplateCards, templateCards } from '../impact-map/template-cards.js';

/** What is missing in a choice. */
export interface ChoiceFaults {
  template: boolean;
  activity: boolean;
}

/** The page on which a designer chooses what to place in the course. */
export interface ChoosePage {
  title: string;
  lead: string;
  own: { label: string; title: string } | null;
  cards: TemplateCards | null;
  field: ChoiceField;
  canPlace: boolean;
  nothing: string;
  place: string;
  cancel: string;
}

/** The page that carries the answer back. */
export interface SendPage {
  title: string;
  text: string;
  button: string;
  returnUrl: string;
  jwt: string;
}

const VIEWS = ['map', 'intention'] as const;

/** Makes the page; with a map in the course only the activities are asked. */
export function choosePage(input: {
  map: MapVersion | null;
  form: DeepLinkForm | null;
  faults: ChoiceFaults;
  request: ContentRequest;
  t: Translate;
  language: Language;
}): ChoosePage {
  const { map, form, faults, request, t, language } = input;
  const several = request.acceptsSeveral;
  const chosen: readonly string[] = form ? (form.activity ?? []) : several ? VIEWS : ['map'];
  return {
    title: t('launch.choose.title'),
    lead: t('launch.choose.lead'),
    own: map ? { label: t('launch.choose.own'), title: inLanguage(map.title, language) } : null,
    cards: map ? null : templateCards({ language, t, chosen: form?.template ?? null, error: faults.template }),
    field: {
      kind: several ? 'checkbox' : 'radio',
      name: 'activity',
      legend: t(several ? 'launch.choose.activities' : 'launch.choose.activity'),
      hint: several ? t('launch.choose.activitiesHint') : null,
      error: faults.activity ? t('launch.choose.activityError') : null,
      isRequired: true,
      onlyIf: null,
      options: VIEWS.map((view) => ({
        value: view,
        text: t(`launch.activity.${view}.title`),
        note: t(`launch.activity.${view}.note`),
        isChecked: chosen.includes(view),
      })),
    },
    canPlace: request.acceptsLinks,
    nothing: t('launch.choose.nothing'),
    place: t('launch.choose.place'),
    cancel: t('common.cancel'),
  };
}

/** The activities of a choice, named in the designer's language. */
export function activitiesOf(views: readonly ('map' | 'intention')[], t: Translate): ChosenActivity[] {
  return views.map((view) => ({ view, title: t(`launch.activity.${view}.title`), text: t(`launch.activity.${view}.text`) }));
}
