import { expect, test } from 'vitest';
import { runWithin } from '../../../src/image/run-within.ts';

/** Jobs that note how many run with them, and the heaviest they are together. */
function watched(weights: readonly number[]): {
  readonly most: { count: number; weight: number };
  readonly run: () => Promise<readonly number[]>;
} {
  const now = { count: 0, weight: 0 };
  const most = { count: 0, weight: 0 };
  const jobs = weights.map((weight, index) => ({
    weight,
    run: async () => {
      now.count += 1;
      now.weight += weight;
      most.count = Math.max(most.count, now.count);
      most.weight = Math.max(most.weight, now.weight);
      await new Promise((resolve) => setTimeout(resolve, (index * 7) % 3));
      now.count -= 1;
      now.weight -= weight;
      return index;
    },
  }));
  return { most, run: () => runWithin(jobs) };
}

test('small jobs run together, and their results keep their order', async () => {
  const { most, run } = watched([1, 1, 1, 1, 1, 1, 1, 1]);
  expect(await run()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(most.count).toBe(4);
});

test('together they are never heavier than allowed; one that is heavier runs alone', async () => {
  const { most, run } = watched([5e6, 5e6, 5e6, 9e7, 1e6, 1e6]);
  expect(await run()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(most.weight).toBe(9e7);
  const small = watched([5e6, 5e6, 5e6, 1e6]);
  await small.run();
  expect(small.most.weight).toBeLessThanOrEqual(12e6);
});

test('the first fault comes out when no job runs any more', async () => {
  let running = 0;
  const job = (fails: boolean) => ({
    weight: 1,
    run: async () => {
      running += 1;
      await new Promise((resolve) => setTimeout(resolve, fails ? 0 : 5));
      running -= 1;
      if (fails) throw new Error('broken');
    },
  });
  await expect(runWithin([job(false), job(true), job(false)])).rejects.toThrow('broken');
  expect(running).toBe(0);
});
