import type { Host } from '../host/host.ts';
import type { StageTiming } from './build-report.ts';

/** Adds up the time of stages; the order is that of their first run. */
export type StageClock = {
  readonly run: <Result>(stage: string, work: () => Result) => Result;
  readonly runAsync: <Result>(stage: string, work: () => Promise<Result>) => Promise<Result>;
  readonly timings: () => readonly StageTiming[];
};

/** Starts a clock; `onStage` is told each stage as it begins. */
export function createStageClock(host: Host, onStage: (stage: string) => void): StageClock {
  const spent = new Map<string, number>();
  const add = (stage: string, since: number): void => {
    spent.set(stage, (spent.get(stage) ?? 0) + host.elapsed() - since);
  };
  return {
    run: (stage, work) => {
      onStage(stage);
      const since = host.elapsed();
      const result = work();
      add(stage, since);
      return result;
    },
    runAsync: async (stage, work) => {
      onStage(stage);
      const since = host.elapsed();
      const result = await work();
      add(stage, since);
      return result;
    },
    timings: () =>
      [...spent].map(([stage, milliseconds]) => ({
        stage,
        milliseconds: Math.round(milliseconds * 10) / 10,
      })),
  };
}
