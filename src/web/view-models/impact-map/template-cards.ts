import { behavioursOf } from '../../../domain/impact-map/impact-map.js';
import { TEMPLATES } from '../../../domain/impact-map/templates/index.js';
import type { Translate } from '../../../i18n/translator.js';
import { inLanguage, type Language } from '../../../shared/language.js';

/** What `views/impact-map/template-cards.ejs` prints. */
export interface TemplateCards {
  legend: string;
  hint: string;
  behavioursLabel: string;
  error: string | null;
  options: { code: string; title: string; summary: string; behaviours: string[]; isChecked: boolean }[];
}

/** The choice of a template. `error` shows that none was chosen. */
export function templateCards(options: { language: Language; t: Translate; chosen?: string | null; error?: boolean }): TemplateCards {
  const { language, t, chosen, error } = options;
  return {
    legend: t('map.template.legend'),
    hint: t('map.template.hint'),
    behavioursLabel: t('map.template.behaviours'),
    error: error ? t('map.template.error') : null,
    options: TEMPLATES.map((template) => ({
      code: template.code,
      title: inLanguage(template.title, language),
      summary: inLanguage(template.summary, language),
      behaviours: behavioursOf(template).map((behaviour) => inLanguage(behaviour.text, language)),
      isChecked: template.code === chosen,
    })),
  };
}
