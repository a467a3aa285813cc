#!/usr/bin/env node
// Starts the bundled program beside this file with the code that V8 compiled for it when it was bundled. V8 itself
// refuses code of another version of Node or of another program; then it compiles anew, which only takes longer.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// A build is over before most of what V8 optimises early has paid: it waits some four times longer (decision 0007).
if (/^1[123]\./.test(process.versions.v8)) setFlagsFromString('--interrupt-budget=500000');

const folder = dirname(fileURLToPath(import.meta.url));
const program = join(folder, 'program.cjs');
const cache = join(folder, 'program.cache');

function readCache() {
  try {
    return readFileSync(cache);
  } catch {
    return undefined;
  }
}

// The bundler writes ASCII: one byte a character is half the memory and the faster scanner.
const script = new Script(readFileSync(program, 'latin1'), { filename: program, cachedData: readCache() });
if (process.env['GALLEY_WRITE_CODE_CACHE'] === '1')
  process.on('exit', () => writeFileSync(cache, script.createCachedData()));
script.runInThisContext()(createRequire(program), program, folder);
