/** Something else: always the last of a list. */
const LAST = 'F98_OTHER';

/**
 * The factors in an order that differs between people and stays the same for one person and form, "something else" last
 * (domain.md §2.9). `seed` says who and where.
 */
export function shuffleFactors<Code extends string>(codes: readonly Code[], seed: string): Code[] {
  const next = numbersFrom(seed);
  const shuffled = codes.filter((code) => code !== LAST);
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = next() % (last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other] as Code, shuffled[last] as Code];
  }
  return [...shuffled, ...codes.filter((code) => code === LAST)];
}

/** Whole numbers that follow from a text: FNV-1a for the start, xorshift for the rest. */
function numbersFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let at = 0; at < seed.length; at += 1) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193);
  state = state >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
}
