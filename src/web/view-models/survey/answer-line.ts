import type { Translate } from '../../../i18n/translator.js';
import type { NewAnswer } from '../../../usecases/ports/follow-ups.js';
import { wordsOfCode } from '../words-of-codes.js';

/** What answers are about, in words. */
export interface AnswerWords {
  t: Translate;
  behaviour(commitmentId: number): string;
  indicator(stableId: string): string;
}

/** One answer as a question and what was answered. */
export function answerLine(answer: NewAnswer, words: AnswerWords): { label: string; value: string } {
  const { t } = words;
  const behaviour = answer.commitmentId === null ? '' : words.behaviour(answer.commitmentId);
  const indicator = answer.elementStableId === null ? '' : words.indicator(answer.elementStableId);
  // The check quotes the plan of its day; later only what the person chose is sure to be still the same.
  const question =
    answer.item === 'CHK01' ? t('followup.noPlan', { behaviour }) : t(`survey.item.${answer.item}`, { indicator, minutes: '' });
  const value = answer.text ?? wordsOfCode(t, answer.code ?? '', answer.item);
  return {
    label: behaviour && answer.item !== 'CHK01' ? `${question} (${behaviour})` : question,
    value: answer.isCarried ? `${value} (${t('privacy.field.carried')})` : value,
  };
}
