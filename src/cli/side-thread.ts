import { parentPort, workerData } from 'node:worker_threads';
import { openSideDesk } from '../build/side-desk.ts';
import { NO_CACHE } from '../host/cache.ts';
import { openFileCache } from '../host/file-cache.ts';
import { createNodeHost } from '../host/node-host.ts';
import { loadSharp } from '../image/load-sharp.ts';
import { findInstallation } from './installation.ts';
import type { Answer, Question, SideThreadData } from './open-side-thread.ts';

/*
 * The thread beside a build: does what it is asked for and answers under the question's number.
 */

// The thread is started by open-side-thread.ts alone, which hands over this.
const { cache } = workerData as SideThreadData;

const desk = openSideDesk({
  readFile: createNodeHost().readFile,
  cache: cache === null ? NO_CACHE : openFileCache(cache.folder, cache.identity),
  engines: findInstallation().engines,
});

// Nearly every paper has pictures, and will ask for them while its fonts and articles are still being read.
loadSharp().catch(() => {});

async function answer({ id, work, args }: Question): Promise<Answer> {
  try {
    // Name and arguments are those of one call: the other side has its types.
    const result = await (desk[work] as (...given: readonly unknown[]) => Promise<unknown>)(...args);
    return { id, kind: 'result', result };
  } catch (fault) {
    const { message, stack } = fault instanceof Error ? fault : new Error(String(fault));
    return { id, kind: 'fault', message, stack: stack ?? message };
  }
}

/** Works that take long without a pause: one after the other, so that who asked first need not wait for both. */
const IN_TURN: ReadonlySet<Question['work']> = new Set(['drawCover', 'judgePdf']);

let turn: Promise<void> = Promise.resolve();

async function tell(question: Question): Promise<void> {
  parentPort?.postMessage(await answer(question));
}

parentPort?.on('message', (question: Question) => {
  if (IN_TURN.has(question.work)) turn = turn.then(() => tell(question));
  else void tell(question);
});
