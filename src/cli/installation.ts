import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineFiles, Installation } from '../build/build-options.ts';

/** Files of the engines and the packages they come from, when they do not lie beside the bundled program. */
const ENGINE_FILES = {
  harfbuzz: ['harfbuzz.wasm', 'harfbuzzjs/dist/harfbuzz.wasm'],
  pdfium: ['pdfium.wasm', '@hyzyla/pdfium/dist/pdfium.wasm'],
} as const;

const NEWSPRINT = 'newsprint.icc';

/** The checksum of the bundled program, written when it is bundled. */
const PROGRAM_ID = 'program.sha256';

/** Finds galley's own folder from where this module lies: in `dist/` bundled, in `src/cli/` loose. */
export function findInstallation(): Installation {
  const here = dirname(fileURLToPath(import.meta.url));
  const packageFolder = packageFolderAbove(here);
  // The file is our own: it has a version.
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  let engines: EngineFiles | null = null;
  const program = readIfThere(join(here, PROGRAM_ID));
  return {
    packageFolder,
    version,
    identity: program === null ? null : identityOf(program),
    // Beside the bundled program; loose, where it is used.
    newsprint: [join(here, NEWSPRINT), join(here, '../image', NEWSPRINT)].find(existsSync) ?? '',
    engines: () => {
      engines ??= {
        get harfbuzz() {
          return readEngine(here, 'harfbuzz');
        },
        get pdfium() {
          return readEngine(here, 'pdfium');
        },
      };
      return engines;
    },
  };
}

/** Names the program as bundled, the packages that are not in the bundle, and what runs them. */
function identityOf(program: string): string {
  const pictures = readIfThere(foundPackageFile('sharp/package.json'));
  // Pictures are coded by the package's own library, which its version stands for.
  const { version } = JSON.parse(pictures ?? '{}') as { version?: string };
  return [program, version, process.versions.node, process.platform, process.arch].join(' ');
}

function readIfThere(file: string | undefined): string | null {
  return file !== undefined && existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

function foundPackageFile(path: string): string | undefined {
  return (createRequire(import.meta.url).resolve.paths('galley') ?? [])
    .map((folder) => join(folder, path))
    .find((file) => existsSync(file));
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
  const found = foundPackageFile(inPackages);
  if (found === undefined)
    throw new Error(`${name} is missing: run "npm ci" and "npm run build" in galley's folder`);
  return new Uint8Array(readFileSync(found));
}
