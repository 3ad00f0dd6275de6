/** One cell: text, a number, or empty. */
export type CsvCell = string | number | null;

/** How spreadsheets in a language read files: Dutch ones want semicolons. */
export interface CsvStyle {
  separator: ',' | ';';
}

/** Starts with one of these, perhaps after spaces: a spreadsheet would take the cell for a formula (security.md A04). */
const FORMULA = /^[\s\u00a0\u3000]*[=+\-@\t\r\n;|%＝＋－＠]/u;

/**
 * A file of rows that spreadsheets open as text: with a byte order mark, every cell quoted, formulas disarmed by an apostrophe; numbers
 * stay numbers (security.md A04).
 */
export function toCsv(rows: readonly (readonly CsvCell[])[], { separator }: CsvStyle): string {
  return `\ufeff${rows.map((row) => row.map(cellOf).join(separator)).join('\r\n')}\r\n`;
}

function cellOf(cell: CsvCell): string {
  if (cell === null) return '""';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
