/** Work on one picture; `weight` in pixels. */
export type WeighedJob<T> = { readonly weight: number; readonly run: () => Promise<T> };

/** Pixels that are decoded at a time: four bytes each, and as many again on their way. */
const MOST_PIXELS_TOGETHER = 12e6;
/** Threads that Node has for such work. */
const MOST_TOGETHER = 4;

/**
 * Runs jobs in order, several at a time as long as all of them together are not too heavy; one that is heavier than that
 * runs alone. Rejects with the first fault, when no job runs any more.
 *
 * @returns what the jobs gave, in their order.
 */
export async function runWithin<T>(jobs: readonly WeighedJob<T>[]): Promise<readonly T[]> {
  const results = new Array<T>(jobs.length);
  const running = new Set<Promise<void>>();
  let weight = 0;
  let fault: { readonly error: unknown } | null = null;
  const run = async (job: WeighedJob<T>, index: number): Promise<void> => {
    try {
      results[index] = await job.run();
    } catch (error) {
      fault ??= { error };
    }
    weight -= job.weight;
  };
  for (const [index, job] of jobs.entries()) {
    while (running.size >= MOST_TOGETHER || (running.size > 0 && weight + job.weight > MOST_PIXELS_TOGETHER))
      await Promise.race(running);
    if (fault !== null) break;
    weight += job.weight;
    const own: Promise<void> = run(job, index).then(() => void running.delete(own));
    running.add(own);
  }
  await Promise.all(running);
  if (fault !== null) throw (fault as { readonly error: unknown }).error;
  return results;
}
