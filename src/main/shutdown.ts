import type { Logger } from '../shared/logger.js';

/** Something to close, in the order it was added. */
export interface Closing {
  name: string;
  close(): Promise<unknown>;
}

/** How long an orderly end may take before the process is ended all the same. */
const LIMIT_MS = 25_000;

/** Closes one thing after the other; an error of one is logged and does not stop the rest. */
export async function closeInOrder(closings: readonly Closing[], logger: Logger): Promise<void> {
  for (const { name, close } of closings) {
    try {
      await close();
      logger.info({ part: name }, 'closed');
    } catch (error) {
      logger.error({ part: name, error: (error as Error).message }, 'could not be closed');
    }
  }
}

/** On SIGTERM or SIGINT closes everything in order, then ends the process. A second signal changes nothing. */
export function closeOnSignal(closings: readonly Closing[], logger: Logger): void {
  let isClosing = false;
  const end = (signal: NodeJS.Signals): void => {
    if (isClosing) return;
    isClosing = true;
    logger.info({ signal }, 'closing');
    setTimeout(() => process.exit(1), LIMIT_MS).unref();
    void closeInOrder(closings, logger).then(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
