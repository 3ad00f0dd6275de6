// C0 and C1 controls (tab and newline stay), bidirectional overrides, the byte order mark, and lone surrogates (security.md A40).
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is what this pattern is for
const UNWANTED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The text as typed, less invisible characters that could mislead a reader or break a database; line ends become `\n`. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNWANTED, '').replace(LONE_SURROGATE, '\uFFFD');
}

/** The first `limit` characters (code points, never half of one). */
export function cutText(text: string, limit: number): string {
  return text.length <= limit ? text : Array.from(text).slice(0, limit).join('');
}
