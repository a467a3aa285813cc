// Bundles the command line: src/cli/main.ts and every pure package become dist/galley.mjs, with the WebAssembly
// files beside it. What is native (sharp) stays a package and is loaded from node_modules.
import { build } from 'esbuild';
import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const [entry = 'src/cli/main.ts', output = 'dist/galley.mjs'] = process.argv.slice(2);
const entryFile = join(root, entry);
const outputFile = join(root, output);

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

if (!existsSync(entryFile)) {
  console.error(`build: the entry ${entry} does not exist`);
  process.exit(1);
}

mkdirSync(dirname(outputFile), { recursive: true });
const started = performance.now();
const result = await build({
  absWorkingDir: root,
  entryPoints: [entryFile],
  outfile: outputFile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  // Names of functions and classes show in the stack of a fault of ours.
  keepNames: true,
  legalComments: 'none',
  external: ['sharp'],
  // css-tree's modules read their JSON by createRequire, which a bundle cannot follow; its own bundle holds the JSON.
  alias: { 'css-tree': join(root, 'node_modules/css-tree/dist/csstree.esm.js') },
  banner: { js: banner },
  logLevel: 'warning',
  // Handlebars offers to register itself for require('x.handlebars'); nobody asks for that here.
  logOverride: { 'commonjs-variable-in-esm': 'silent' },
  metafile: true,
});

for (const file of wasmFiles) {
  const copy = join(dirname(outputFile), basename(file));
  copyFileSync(join(root, file), copy);
  chmodSync(copy, 0o644);
}
chmodSync(outputFile, 0o755);
const size = Object.values(result.metafile.outputs)[0]?.bytes ?? 0;
console.log(`${output}: ${Math.round(size / 1024)} KiB in ${Math.round(performance.now() - started)} ms`);
