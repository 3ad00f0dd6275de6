import { planSentence } from '../../../domain/intention/plan-sentence.js';
import type { Translate } from '../../../i18n/translator.js';
import type { Language } from '../../../shared/language.js';

/** A plan as one sentence in the frame of its language: "When …, then I will …." */
export function planWords(t: Translate, plan: { when: string; then: string }, language: Language): string {
  const { form, when, then } = planSentence(plan, language);
  return t(`survey.sentence.${form}`, { when, then });
}
