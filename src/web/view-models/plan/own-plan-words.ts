import { translator } from '../../../i18n/translator.js';
import type { Language } from '../../../shared/language.js';
import { planWords } from '../intention/plan-words.js';

/** A plan as one sentence, framed in the language in which the person wrote it (domain.md §5.1). */
export function ownPlanWords(plan: { when: string; then: string }, language: Language): string {
  return planWords(translator(language), plan, language);
}
