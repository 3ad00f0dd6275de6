/** Something the worker does again and again. Running it twice does what running it once does. */
export interface Job {
  name: string;
  everyMs: number;
  /** Does what is due now. When `signal` aborts it starts nothing new, and ends soon. */
  run(signal: AbortSignal): Promise<void>;
}
