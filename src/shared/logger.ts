/** The log as the rings see it: structured fields first, then a fixed sentence. Never a token, a name, an e-mail or an answer. */
export interface Logger {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
  debug(fields: Record<string, unknown>, message: string): void;
}

/** A log that keeps nothing. */
export const silentLogger: Logger = { info() {}, warn() {}, error() {}, debug() {} };
