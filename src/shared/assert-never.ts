/** Makes a switch over a tagged union exhaustive: it does not compile while a case is missing, and throws if one slips in. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
