/** The languages of the product. */
export const LANGUAGES = ['en', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in both languages; `nl` or `en` may be empty when a map was written in one language only. */
export interface Bilingual {
  en: string;
  nl: string;
}

/** The language for a locale as an LMS writes it (`nl`, `nl_be`, `pt_br`, `en-GB`); English for what we do not know (decisions.md 31). */
export function languageOf(locale: string | null | undefined): Language {
  return /^nl\b|^nl_/i.test(locale ?? '') ? 'nl' : 'en';
}

/** The text in `language`, or in the other one when that is empty. */
export function inLanguage(text: Bilingual, language: Language): string {
  return text[language] || text[language === 'en' ? 'nl' : 'en'];
}
