import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dumpPages } from '../../src/page/dump-pages.ts';
import { composeIssue } from '../tools/compose-issue.ts';

/*
 * One folder a case: `in` is a small issue, `expected.txt` its pages as text. GALLEY_UPDATE=1 writes them anew; a commit
 * that changes them says why. A case named `format-…` is about the page: only where frames and furniture stand counts.
 */

const cases = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, 'in')),
);

test('there are cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(11);
});

test.each(cases)('%s', async (name) => {
  const folder = join(import.meta.dirname, name);
  const { edition, set, diagnostics } = await composeIssue(join(folder, 'in'));
  expect(diagnostics).toEqual([]);
  const { live, columns, gutter, baseline } = edition.grid;
  const grid = `live ${[live.x, live.y, live.width, live.height].map(round).join(' ')}, ${columns} columns, gutter ${round(gutter)}, baseline ${round(baseline)}`;
  const dump = dumpPages(set.composed);
  const pages = name.startsWith('format-') ? dump.replace(/^text .*\n/gmu, '') : dump;
  const actual = `${grid}\n\n${pages}`;
  const expectedFile = join(folder, 'expected.txt');
  if (process.env['GALLEY_UPDATE'] === '1') writeFileSync(expectedFile, actual);
  expect(actual).toBe(readFileSync(expectedFile, 'utf8'));
});

const round = (value: number): number => Math.round(value * 100) / 100;
