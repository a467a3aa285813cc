// Bundles the command line: src/cli/main.ts and every pure package become dist/program.cjs, with the WebAssembly files
// and dist/side-thread.cjs beside it. What is native (sharp) stays a package and is loaded from node_modules. dist/galley.mjs
// starts both with the code that V8 compiled for them, dist/*.cache, which one build of the specimen leaves behind.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const folder = join(root, 'dist');
const program = join(folder, 'program.cjs');
/** What runs beside a build, in a thread of its own. */
const side = join(folder, 'side-thread.cjs');
const starter = join(folder, 'galley.mjs');

/** harfbuzzjs and pdfium look for these beside the module that loads them. */
const wasmFiles = [
  'node_modules/harfbuzzjs/dist/harfbuzz.wasm',
  'node_modules/@hyzyla/pdfium/dist/pdfium.wasm',
];

/** What else lies beside the program: galley's profile for newsprint. */
const dataFiles = ['src/image/newsprint.icc'];

/** A program is one function of what a CommonJS module gets; the starter calls it. */
const asFunction =
  '(function (require, __filename, __dirname) { const module = { exports: {} }, exports = module.exports;';
const moduleUrl = "const galleyModuleUrl = require('node:url').pathToFileURL(__filename).href;";

/** Nothing may open an address: what would is left out of the program, and fails where it is called all the same. */
const withoutNetwork = {
  name: 'without-network',
  setup(bundler) {
    bundler.onResolve({ filter: /^node-fetch$/ }, () => ({ path: 'node-fetch', namespace: 'no-network' }));
    bundler.onLoad({ filter: /.*/, namespace: 'no-network' }, () => ({
      contents: `module.exports = () => { throw new Error('galley uses no network'); };`,
    }));
  },
};

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

/** Makes one file of a module and all that it imports; gives the files that went into it. */
async function bundleFile(entry, outfile) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Identifiers stay: names of functions show in the stack of a fault of ours, and size costs nothing once compiled.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    // The program instantiates HarfBuzz's WebAssembly itself; the package is for a program that runs loose.
    external: ['sharp', 'harfbuzzjs'],
    // Spread in objects goes through helpers, which `withAssign` replaces (decision 0016).
    supported: { 'dynamic-import': false, 'object-rest-spread': false },
    define: { 'import.meta.url': 'galleyModuleUrl' },
    plugins: [withoutNetwork],
    // css-tree's modules read their JSON by createRequire, which a bundle cannot follow; its own bundle holds it.
    alias: { 'css-tree': join(root, 'node_modules/css-tree/dist/csstree.esm.js') },
    banner: { js: `${asFunction}\n${moduleUrl}` },
    footer: { js: '})' },
    logLevel: 'warning',
    metafile: true,
  });
  writeFileSync(outfile, inAscii(withAssign(readFileSync(outfile, 'utf8'))));
  return Object.keys(metafile.inputs);
}

/**
 * In V8 11 (Node 20), `{ ...one, more }` makes a hidden class for each object, which costs microseconds and slows down all
 * who read the object; Object.assign does not. The helpers that esbuild writes for older engines are replaced by it.
 */
function withAssign(code) {
  const helpers =
    /__spreadValues=\(a,b\)=>\{.*?return a\},__spreadProps=\(a,b\)=>__defProps\(a,__getOwnPropDescs\(b\)\)/s;
  if (code.includes('__spreadValues(') && !helpers.test(code))
    throw new Error('the helpers for spread are not as they were: see decision 0016');
  return code.replace(helpers, '__spreadValues=Object.assign,__spreadProps=Object.assign');
}

/** esbuild escapes what is not ASCII in strings, but not in regular expressions; the starter reads the program as ASCII. */
function inAscii(code) {
  const escaped = /\\[^\0-\x7f]/.exec(code);
  if (escaped !== null)
    throw new Error(`a backslash stands before ${escaped[0][1]}: an escape would change it`);
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

async function bundle() {
  const started = performance.now();
  const inputs = await bundleFile('src/cli/main.ts', program);
  const sideInputs = await bundleFile('src/cli/side-thread.ts', side);
  const kibibytes = Math.round(readFileSync(program).length / 1024);
  const licences = collectLicences([...new Set([...inputs, ...sideInputs, ...wasmFiles])]);
  writeFileSync(join(folder, 'LICENCES.txt'), `${licences.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
  for (const file of [...wasmFiles, ...dataFiles]) {
    copyFileSync(join(root, file), join(folder, basename(file)));
    chmodSync(join(folder, basename(file)), 0o644);
  }
  copyFileSync(join(root, 'src/cli/start.mjs'), starter);
  chmodSync(starter, 0o755);
  writeIdentity();
  warmUp();
  console.log(`dist/program.cjs: ${kibibytes} KiB in ${Math.round(performance.now() - started)} ms`);
}

/** What earlier builds kept is found again by the same program alone. */
function writeIdentity() {
  const sum = createHash('sha256');
  for (const file of [
    program,
    side,
    ...[...wasmFiles, ...dataFiles].map((path) => join(folder, basename(path))),
  ])
    sum.update(readFileSync(file));
  writeFileSync(join(folder, 'program.sha256'), `${sum.digest('hex')}\n`);
}

/** Builds the specimen once, so that the starter writes down what V8 compiled. Without it the program starts slower. */
function warmUp() {
  for (const name of ['program', 'side-thread']) rmSync(join(folder, `${name}.cache`), { force: true });
  const out = mkdtempSync(join(tmpdir(), 'galley-warm-up-'));
  const args = [
    starter,
    'build',
    join(root, 'issues/0898'),
    '--lang',
    'en',
    '--out',
    out,
    '--quiet',
    '--no-cache',
  ];
  const env = { ...process.env, GALLEY_WRITE_CODE_CACHE: '1' };
  const { status } = spawnSync(process.execPath, args, { env, stdio: 'inherit' });
  if (status !== 0) console.error(`the build of the specimen ended with ${status}: no code cache`);
  rmSync(out, { recursive: true, force: true });
}

mkdirSync(folder, { recursive: true });
try {
  await bundle();
} catch (fault) {
  // esbuild has printed what it found, each with its place.
  if (fault?.errors === undefined) console.error(fault);
  process.exitCode = 1;
}
