/** Widths of letters in shares of the font size, as wide as the widest of the common sans-serif fonts has them. */
const WIDTHS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ijlI.,:;'’|!]/, 0.34],
  [/[ftr()[\]\-\s/"“”]/, 0.42],
  [/[sczkxvyJ]/, 0.58],
  [/[mwMW@%&—]/, 0.97],
  [/[A-ZÀ-Þ]/, 0.72],
  [/[\u0020-\u024f\u2010-\u2030]/, 0.635],
];

const widthOfLetter = (letter: string): number => WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 1.1;

const widthOf = (text: string): number => Array.from(text).reduce((sum, letter) => sum + widthOfLetter(letter), 0);

/**
 * How many lines a text takes, at most, in a box `width` wide in letters of `size`. Words go whole to the next line; a word that is
 * wider than the box is broken. Meant to be a little generous: a box may have room to spare, a text may never run out of it.
 */
export function countLines(text: string, width: number, size: number): number {
  const room = width / size;
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const wide = widthOf(word);
    const needed = used === 0 ? wide : used + widthOf(' ') + wide;
    if (needed <= room) used = needed;
    else if (wide <= room) {
      lines += 1;
      used = wide;
    } else {
      const broken = Math.ceil(wide / Math.max(room - 1, 1));
      lines += used === 0 ? broken - 1 : broken;
      used = room;
    }
  }
  return lines;
}
