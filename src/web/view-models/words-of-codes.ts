import { SCALES } from '../../domain/survey/instruments.js';
import { hasText, type Translate } from '../../i18n/translator.js';

const scaleOfCode = new Map<string, string>(
  Object.entries(SCALES)
    .filter(([scale]) => scale !== 'NEXT_STEP_SHORT' && scale !== 'PERMISSION' && scale !== 'ENABLER')
    .flatMap(([scale, codes]) => codes.map((code) => [code, scale] as const)),
);

/** The words of an answer code. A factor is worded as help or as hindrance, as the item it answers asks. */
export function wordsOfCode(t: Translate, code: string, item?: string): string {
  const scale = item === 'FUP06' ? 'ENABLER' : item === 'INT08' || item === 'INT99' ? 'BARRIER_AHEAD' : scaleOfCode.get(code);
  const key = `survey.${scale}.${code}`;
  return scale && hasText(key) ? t(key) : code;
}
