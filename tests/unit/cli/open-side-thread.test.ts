import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { deskOf } from '../../../src/cli/open-side-thread.ts';

/** A thread that does this with each question. */
const threadThat = (does: string): Worker =>
  new Worker(
    `const { parentPort } = require('node:worker_threads'); parentPort.on('message', (question) => { ${does} });`,
    { eval: true },
  );

test('answers come back under their questions, in whatever order', async () => {
  const desk = deskOf(
    threadThat(
      'setTimeout(() => parentPort.postMessage({ id: question.id, kind: "result", result: question.args[0] }), question.id === 0 ? 50 : 0)',
    ),
  );
  const [one, other] = [Uint8Array.of(1), Uint8Array.of(2)];
  expect(await Promise.all([desk.deflate(one), desk.deflate(other)])).toEqual([one, other]);
});

test('a fault of the other thread is thrown here, with its own stack', async () => {
  const desk = deskOf(
    threadThat(
      'parentPort.postMessage({ id: question.id, kind: "fault", message: "no PDF", stack: "there" })',
    ),
  );
  await expect(desk.judgePdf(new Uint8Array(), false)).rejects.toMatchObject({
    message: 'no PDF',
    stack: 'there',
  });
});

test('nobody waits for a thread that has ended', async () => {
  const desk = deskOf(threadThat('process.exit(7)'));
  const asked = [desk.deflate(new Uint8Array()), desk.deflate(new Uint8Array())];
  for (const one of asked) await expect(one).rejects.toThrow('the thread beside the build ended with 7');
  await expect(desk.deflate(new Uint8Array())).rejects.toThrow('ended with 7');
});
