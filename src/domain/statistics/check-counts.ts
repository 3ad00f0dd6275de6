/** Refuses counts that cannot be: `part` of `whole` people must be whole numbers with 0 ≤ part ≤ whole (decisions.md 23). */
export function checkCounts(part: number, whole: number): void {
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole) || part < 0 || whole < 0 || part > whole) {
    throw new RangeError(`impossible counts: ${part} of ${whole}`);
  }
}
