/** What a Moodle web service takes: texts, numbers, booleans (sent as 1 and 0), lists and groups of them. */
export type MoodleParam = string | number | boolean | readonly MoodleParam[] | { readonly [name: string]: MoodleParam };

/** Encodes parameters as PHP reads them: `messages[0][touserid]=5` (moodle/README.md 8.2). */
export function encodeParams(params: { readonly [name: string]: MoodleParam }): URLSearchParams {
  const encoded = new URLSearchParams();
  const append = (name: string, value: MoodleParam): void => {
    if (typeof value === 'boolean') encoded.append(name, value ? '1' : '0');
    else if (typeof value !== 'object') encoded.append(name, String(value));
    else for (const [key, item] of Object.entries(value)) append(`${name}[${key}]`, item as MoodleParam);
  };
  for (const [name, value] of Object.entries(params)) append(name, value);
  return encoded;
}
