import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles lines.ts and runs it in a process of its own, over a matter with one of the fonts. */
export async function printLines({ matter, fonts }) {
  const folder = 'node_modules/.cache/galley-bench';
  mkdirSync(folder, { recursive: true });
  const program = join(folder, 'lines.mjs');
  await build({
    entryPoints: ['tests/bench/lines.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['harfbuzzjs'],
  });
  const font = join(fonts, 'LiberationSerif-Regular.ttf');
  const run = spawnSync(process.execPath, [program, matter, font], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
}
