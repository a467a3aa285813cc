import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles, repository, textOf } from './repository.ts';

/** What comes from elsewhere by its kind: fonts, colour profiles, programs, tables and profiles drawn from others' data. */
const fromElsewhere = /\.(ttf|otf|woff2?|ttc|icc|icm|wasm|bin|dat|generated\.ts)$|-profile\.ts$/i;

const isForeign = (path: string): boolean =>
  path.startsWith('fonts/')
    ? !path.endsWith('/family.yaml')
    : fromElsewhere.test(path) && !path.startsWith('tests/');

const notice = textOf('NOTICE');
const listed = new Map(
  [...notice.matchAll(/^([0-9a-f]{64}) {2}(\S+)$/gm)].map((match) => [match[2]!, match[1]!]),
);

test('each font and data file is listed, and as it was released', () => {
  const sums = projectFiles()
    .filter(isForeign)
    .map(
      (path) =>
        [
          path,
          createHash('sha256')
            .update(readFileSync(join(repository, path)))
            .digest('hex'),
        ] as const,
    );
  expect(sums.length).toBeGreaterThan(20);
  expect(Object.fromEntries(sums)).toEqual(Object.fromEntries(listed));
});

test('each block names source, version, licence and copyright', () => {
  const blocks = notice.split(/\n(?=[^\n]+\n-{3,}\n)/).slice(1);
  expect(blocks.length).toBeGreaterThanOrEqual(3);
  for (const block of blocks) {
    for (const field of ['source', 'version', 'licence', 'copyright']) {
      expect(block).toMatch(new RegExp(`^${field}: \\S`, 'm'));
    }
  }
});

test('each font folder holds its licence and a family.yaml that names every face once', () => {
  const fonts = projectFiles().filter((path) => path.startsWith('fonts/'));
  const folders = [...new Set(fonts.map((path) => path.split('/')[1]!))];
  for (const folder of folders) {
    const names = fonts
      .filter((path) => path.startsWith(`fonts/${folder}/`))
      .map((path) => path.split('/')[2]!);
    expect(
      names.some((name) => name.startsWith('LICENSE')),
      folder,
    ).toBe(true);
    const faces = [...textOf(`fonts/${folder}/family.yaml`).matchAll(/file: (\S+?),/g)].map(
      (match) => match[1]!,
    );
    expect([...faces].sort()).toEqual(names.filter((name) => name.endsWith('.ttf')).sort());
  }
});
