import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** Bundles a program of this folder and runs it in a process of its own; packages stay where they are. */
export async function runBundled(source, parameters = []) {
  const folder = 'node_modules/.cache/galley-bench';
  mkdirSync(folder, { recursive: true });
  const program = join(folder, basename(source).replace(/\.ts$/, '.mjs'));
  await build({
    entryPoints: [source],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
  });
  const run = spawnSync(process.execPath, [program, ...parameters], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
}
