import { expect } from 'chai';
import { limitConcurrency } from '../../src/persistence/limit-concurrency.js';

describe('limitConcurrency', () => {
  it('never runs more than it may, keeps the order, and goes on after a failure', async () => {
    const limit = limitConcurrency(2);
    const started: number[] = [];
    const finish: (() => void)[] = [];
    let running = 0;
    let most = 0;
    const task = (index: number) =>
      limit(async () => {
        started.push(index);
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => finish.push(resolve));
        running -= 1;
        if (index === 1) throw new Error('one fails');
        return index;
      });
    const results = Promise.allSettled([0, 1, 2, 3, 4].map(task));
    for (let done = 0; done < 5; done += 1) {
      while (finish.length <= done) await new Promise((resolve) => setImmediate(resolve));
      finish[done]?.();
    }
    expect((await results).map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect(started).to.deep.equal([0, 1, 2, 3, 4]);
    expect(most).to.equal(2);
  });
});
