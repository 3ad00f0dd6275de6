import { type Item, SCALES } from './instruments.js';

/** What is wrong with an answer; the words stand under `survey.problem.<problem>`. */
export type Problem = 'missing' | 'too-many' | 'too-long' | 'unknown' | 'twice' | 'not-asked';

/** How many characters people would count: code points. */
export function lengthOf(text: string): number {
  return text.length < 100_000 ? Array.from(text).length : text.length;
}

/** What is wrong with a text as an answer to an item, or null. `isRequired` may depend on other answers. */
export function checkText(item: Item, text: string, isRequired: boolean = item.isRequired): Problem | null {
  if (isRequired && text.trim() === '') return 'missing';
  return item.maxLength !== null && lengthOf(text) > item.maxLength ? 'too-long' : null;
}

/** What is wrong with the chosen codes as an answer to an item, or null. A single choice is a list of one. */
export function checkCodes(item: Item, codes: readonly string[], isRequired: boolean = item.isRequired): Problem | null {
  const known: readonly string[] = item.scale ? SCALES[item.scale] : [];
  if (codes.some((code) => !known.includes(code))) return 'unknown';
  if (new Set(codes).size < codes.length) return 'twice';
  if (isRequired && codes.length === 0) return 'missing';
  const most = item.type === 'choice' ? 1 : item.maxChoices;
  return most !== null && codes.length > most ? 'too-many' : null;
}
