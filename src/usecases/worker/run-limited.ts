/** Runs `work` for each item, at most `concurrency` at the same time; starts no more once `signal` aborts. Work must not throw. */
export async function runLimited<Item>(
  items: readonly Item[],
  options: { concurrency: number; signal: AbortSignal },
  work: (item: Item) => Promise<void>,
): Promise<Item[]> {
  const waiting = [...items];
  const runner = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      if (options.signal.aborted) {
        waiting.unshift(item);
        return;
      }
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, runner));
  return waiting;
}
