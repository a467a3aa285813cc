import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineFiles, Installation } from '../build/build-options.ts';

/** Files of the engines and the packages they come from, when they do not lie beside the bundled program. */
const ENGINE_FILES = {
  harfbuzz: ['harfbuzz.wasm', 'harfbuzzjs/dist/harfbuzz.wasm'],
  subsetter: ['harfbuzz-subset.wasm', 'harfbuzzjs/dist/harfbuzz-subset.wasm'],
  pdfium: ['pdfium.wasm', '@hyzyla/pdfium/dist/pdfium.wasm'],
  qpdf: ['qpdf.wasm', '@neslinesli93/qpdf-wasm/dist/qpdf.wasm'],
} as const;

const NEWSPRINT = 'newsprint.icc';

/** Finds galley's own folder from where this module lies: in `dist/` bundled, in `src/cli/` loose. */
export function findInstallation(): Installation {
  const here = dirname(fileURLToPath(import.meta.url));
  const packageFolder = packageFolderAbove(here);
  // The file is our own: it has a version.
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  let engines: EngineFiles | null = null;
  return {
    packageFolder,
    version,
    // Beside the bundled program; loose, where it is used.
    newsprint: [join(here, NEWSPRINT), join(here, '../image', NEWSPRINT)].find(existsSync) ?? '',
    engines: () => {
      engines ??= {
        get harfbuzz() {
          return readEngine(here, 'harfbuzz');
        },
        get subsetter() {
          return readEngine(here, 'subsetter');
        },
        get pdfium() {
          return readEngine(here, 'pdfium');
        },
        get qpdf() {
          return readEngine(here, 'qpdf');
        },
      };
      return engines;
    },
  };
}

function packageFolderAbove(folder: string): string {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, 'package.json')) && existsSync(join(current, 'templates'))) return current;
    if (dirname(current) === current) throw new Error(`galley's own folder was not found above ${folder}`);
  }
}

function readEngine(here: string, engine: keyof EngineFiles): Uint8Array {
  const [name, inPackages] = ENGINE_FILES[engine];
  const beside = join(here, name);
  if (existsSync(beside)) return new Uint8Array(readFileSync(beside));
  const found = (createRequire(import.meta.url).resolve.paths('galley') ?? [])
    .map((folder) => join(folder, inPackages))
    .find((file) => existsSync(file));
  if (found === undefined)
    throw new Error(`${name} is missing: run "npm ci" and "npm run build" in galley's folder`);
  return new Uint8Array(readFileSync(found));
}
