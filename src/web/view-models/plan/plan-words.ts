import { planSentence } from '../../../domain/intention/plan-sentence.js';
import { translator } from '../../../i18n/translator.js';
import type { Language } from '../../../shared/language.js';

/** A plan as one sentence, framed in the language in which the person wrote it (domain.md §5.1). */
export function planWords(plan: { when: string; then: string }, language: Language): string {
  const { form, when, then } = planSentence(plan, language);
  return translator(language)(`survey.sentence.${form}`, { when, then });
}
