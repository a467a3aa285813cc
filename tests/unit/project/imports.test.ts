import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { cruiseSources } from '../../tools/cruise-sources.mjs';

const configuration = createRequire(import.meta.url)('../../../.dependency-cruiser.cjs');

async function rulesBrokenBy(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-imports-'));
  try {
    for (const [path, text] of Object.entries({ 'tsconfig.json': '{}', 'package.json': '{}', ...files })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { violations } = await cruiseSources(folder, configuration);
    return [...new Set(violations.map(({ rule }) => rule))].sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const target = 'export type A = number;\n';

test('an import upwards is caught, type-only too', async () => {
  const broken = await rulesBrokenBy({
    'src/core/a.ts': "import type { A } from '../page/b.ts';\nexport type B = A;\n",
    'src/page/b.ts': target,
  });
  expect(broken).toEqual(['layer-core']);
});

test('siblings of one layer never import each other', async () => {
  const broken = await rulesBrokenBy({
    'src/epub/a.ts': "import type { A } from '../pdf/b.ts';\nexport type B = A;\n",
    'src/pdf/b.ts': target,
  });
  expect(broken).toEqual(['layer-epub']);
});

test('a writer that reads the layout is caught, an import downwards is not', async () => {
  const broken = await rulesBrokenBy({
    'src/pdf/a.ts':
      "import type { A } from '../layout/b.ts';\nimport type { A as C } from '../page/c.ts';\nexport type B = A | C;\n",
    'src/layout/b.ts': target,
    'src/page/c.ts': target,
  });
  expect(broken).toEqual(['writers-read-pages']);
});

test('files are opened in host and cli only', async () => {
  const source = "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n";
  const broken = await rulesBrokenBy({ 'src/text/a.ts': source, 'src/host/a.ts': source });
  expect(broken).toEqual(['files-only-in-host']);
});

test('a package comes in by its own door', async () => {
  const broken = await rulesBrokenBy({
    'node_modules/yaml/package.json': '{"name":"yaml","main":"index.js"}',
    'node_modules/yaml/index.js': 'exports.parse = () => 1;\n',
    'src/content/a.ts': "import { parse } from 'yaml';\nexport const a = parse;\n",
    'src/schema/a.ts': "import { parse } from 'yaml';\nexport const a = parse;\n",
  });
  expect(broken).toEqual(['door-yaml']);
});

test('a package without a door, a folder without a layer', async () => {
  const broken = await rulesBrokenBy({
    'node_modules/left-pad/package.json': '{"name":"left-pad","main":"index.js"}',
    'node_modules/left-pad/index.js': 'exports.pad = () => 1;\n',
    'src/build/a.ts':
      "import { pad } from 'left-pad';\nimport { b } from '../misc/b.ts';\nexport const a = [pad, b];\n",
    'src/misc/b.ts': 'export const b = 1;\n',
  });
  expect(broken).toEqual(['known-folder', 'known-package', 'layer-build']);
});
