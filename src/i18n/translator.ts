import { createInstance } from 'i18next';
import { LANGUAGES, type Language } from '../shared/language.js';
import { en } from './en/index.js';
import { nl } from './nl/index.js';

/** Gives the text of a key (`common.nav.map`) in one language; `{{name}}` places are filled from `values`. A missing key throws. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

const instance = createInstance();
void instance.init({
  resources: { en: { translation: en }, nl: { translation: nl } },
  supportedLngs: [...LANGUAGES],
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  returnNull: false,
  showSupportNotice: false,
} as never);

/** The texts of a language. Nothing is escaped here: templates escape. */
export function translator(language: Language): Translate {
  const translate = instance.getFixedT(language);
  return (key, values) => {
    if (!instance.exists(key, { lng: language, ...(values as object) })) throw new Error(`no text for ${key} in ${language}`);
    return translate(key, values as never) as unknown as string;
  };
}

/** Whether a key has a text. */
export function hasText(key: string): boolean {
  return instance.exists(key, { lng: 'en' });
}
