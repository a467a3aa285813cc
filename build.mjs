// Bundles the command line: src/cli/main.ts and every pure package become dist/galley.mjs, with the WebAssembly
// files beside it. What is native (sharp) stays a package and is loaded from node_modules.
import { build } from 'esbuild';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const folder = join(root, 'dist');
const program = join(folder, 'galley.mjs');

/** harfbuzzjs and pdfium look for these beside the module that loads them; the subsetter is read by our host. */
const wasmFiles = [
  'node_modules/harfbuzzjs/dist/harfbuzz.wasm',
  'node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm',
  'node_modules/@hyzyla/pdfium/dist/pdfium.wasm',
];

// CommonJS packages ask for node's own modules by `require`, which an ES module has not.
const banner = [
  '#!/usr/bin/env node',
  "import { createRequire as galleyCreateRequire } from 'node:module';",
  "import { fileURLToPath as galleyFileURLToPath } from 'node:url';",
  'const require = galleyCreateRequire(import.meta.url);',
  'const __filename = galleyFileURLToPath(import.meta.url);',
  "const __dirname = galleyFileURLToPath(new URL('.', import.meta.url));",
].join('\n');

/** Licences of the packages that went into the bundle: their terms ask that the notice goes with each copy. */
function collectLicences(files) {
  const packageOf = /(?:^|.*\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//;
  const folders = files.flatMap((file) => packageOf.exec(file)?.[0] ?? []);
  return [...new Set(folders)].sort().map((path) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    const texts = readdirSync(join(root, path)).filter((entry) =>
      /^(licen[cs]e|copying|notice)/i.test(entry),
    );
    const text = texts.sort().map((entry) => readFileSync(join(root, path, entry), 'utf8').trim());
    return [`${name} ${version}, ${license}`, ...text].join('\n\n');
  });
}

async function bundle() {
  const started = performance.now();
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/main.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minify: true,
    // Names of functions and classes show in the stack of a fault of ours.
    keepNames: true,
    legalComments: 'none',
    external: ['sharp'],
    // css-tree's modules read their JSON by createRequire, which a bundle cannot follow; its own bundle holds it.
    alias: { 'css-tree': join(root, 'node_modules/css-tree/dist/csstree.esm.js') },
    banner: { js: banner },
    logLevel: 'warning',
    metafile: true,
  });
  const kibibytes = Math.round(readFileSync(program).length / 1024);
  const licences = collectLicences([...Object.keys(metafile.inputs), ...wasmFiles]);
  writeFileSync(join(folder, 'LICENCES.txt'), `${licences.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
  for (const file of wasmFiles) {
    copyFileSync(join(root, file), join(folder, basename(file)));
    chmodSync(join(folder, basename(file)), 0o644);
  }
  chmodSync(program, 0o755);
  console.log(`dist/galley.mjs: ${kibibytes} KiB in ${Math.round(performance.now() - started)} ms`);
}

mkdirSync(folder, { recursive: true });
try {
  await bundle();
} catch (fault) {
  // esbuild has printed what it found, each with its place.
  if (fault?.errors === undefined) console.error(fault);
  process.exitCode = 1;
}
