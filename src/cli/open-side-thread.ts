import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { openSideDesk, type SideDesk } from '../build/side-desk.ts';
import type { OpenedCache } from './open-cache.ts';
import type { CommandTools } from './build-command.ts';

/** What the thread is started with. */
export type SideThreadData = { readonly cache: OpenedCache['place'] };

/** A call of the desk in the other thread. */
export type Question = {
  readonly id: number;
  readonly work: keyof SideDesk;
  readonly args: readonly unknown[];
};

/** What came of it. */
export type Answer =
  | { readonly id: number; readonly kind: 'result'; readonly result: unknown }
  | { readonly id: number; readonly kind: 'fault'; readonly message: string; readonly stack: string };

type Waiting = { readonly resolve: (result: unknown) => void; readonly reject: (fault: Error) => void };

/** Starts the thread's program as it started this one; beside both where they are bundled. */
const STARTER = 'galley.mjs';

/** What the thread makes is short-lived and small, or bytes: a young space of 16 MB thrice over gains it nothing. */
const YOUNG_SPACE = { maxYoungGenerationSizeMb: 3 };

/** Opens the desk of a command: in a thread beside it where the program is bundled, else in this one. */
export function openDesk(cache: OpenedCache, { host, installation }: CommandTools): SideDesk {
  const starter = join(dirname(fileURLToPath(import.meta.url)), STARTER);
  if (!existsSync(starter))
    return openSideDesk({ readFile: host.readFile, cache, engines: installation.engines });
  const data: SideThreadData = { cache: cache.place };
  return deskOf(new Worker(starter, { workerData: data, resourceLimits: YOUNG_SPACE }));
}

/** A desk in a thread that answers as side-thread.ts does. All its promises reject once the thread has ended. */
export function deskOf(worker: Worker): SideDesk {
  const waiting = new Map<number, Waiting>();
  let counter = 0;
  let ended: Error | null = null;
  const end = (fault: Error): void => {
    ended ??= fault;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  // An idle thread does not keep the program from ending. Its start takes hold of the program once more.
  worker.unref();
  worker.on('online', () => {
    if (waiting.size === 0) worker.unref();
  });
  worker.on('message', (answer: Answer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if (answer.kind === 'result') asker?.resolve(answer.result);
    else asker?.reject(Object.assign(new Error(answer.message), { stack: answer.stack }));
  });
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`the thread beside the build ended with ${code}`)));
  const ask =
    (work: keyof SideDesk) =>
    (...args: readonly unknown[]): Promise<never> =>
      new Promise<unknown>((resolve, reject) => {
        if (ended !== null) return reject(ended);
        const id = counter++;
        waiting.set(id, { resolve, reject });
        worker.ref();
        worker.postMessage({ id, work, args } satisfies Question);
        // The thread gives back what the desk's own functions give.
      }) as Promise<never>;
  return {
    open: ask('open'),
    decode: ask('decode'),
    encode: ask('encode'),
    drawCover: ask('drawCover'),
    deflate: ask('deflate'),
    judgePdf: ask('judgePdf'),
  };
}
