#!/usr/bin/env node
// Starts a bundled program beside this file with the code that V8 compiled for it when it was bundled: the command line,
// or, as a thread of that, what works beside a build. V8 itself refuses code of another version of Node or of another
// program; then it compiles anew, which only takes longer.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread, parentPort } from 'node:worker_threads';

// A build is over before most of what V8 optimises early has paid: it waits some four times longer (decision 0007).
if (isMainThread && /^1[123]\./.test(process.versions.v8)) setFlagsFromString('--interrupt-budget=500000');

const folder = dirname(fileURLToPath(import.meta.url));
const name = isMainThread ? 'program' : 'side-thread';
const program = join(folder, `${name}.cjs`);
const cache = join(folder, `${name}.cache`);

function readCache() {
  try {
    return readFileSync(cache);
  } catch {
    return undefined;
  }
}

// The bundler writes ASCII: one byte a character is half the memory and the faster scanner.
const script = new Script(readFileSync(program, 'latin1'), { filename: program, cachedData: readCache() });
if (process.env['GALLEY_WRITE_CODE_CACHE'] === '1') {
  const write = () => writeFileSync(cache, script.createCachedData());
  if (isMainThread) process.on('exit', write);
  else {
    // A thread is ended without being told: what it has compiled is written down before each answer.
    const post = parentPort.postMessage.bind(parentPort);
    parentPort.postMessage = (answer) => {
      write();
      post(answer);
    };
  }
}
script.runInThisContext()(createRequire(program), program, folder);
