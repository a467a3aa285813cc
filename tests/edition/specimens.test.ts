import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runGalley } from '../tools/run-galley.ts';

// The specimens of type: what docs/type.md names has a page in docs/type, and its picture.

const repository = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'galley-specimens-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Edition = { readonly stories: readonly { readonly id: string; readonly pages: readonly string[] }[] };

let stories: Edition['stories'];

beforeAll(async () => {
  const run = await runGalley(
    ['build', join(repository, 'docs/type'), '--out', scratch, '--json'],
    repository,
  );
  const { issues } = JSON.parse(run.out) as {
    issues: readonly { editions: readonly Edition[]; diagnostics: readonly { code: string }[] }[];
  };
  expect(issues[0]?.diagnostics).toEqual([]);
  expect(run.exitCode).toBe(0);
  stories = issues[0]?.editions[0]?.stories ?? [];
});

test('each specimen has one page of its own', () => {
  expect(stories.length).toBeGreaterThan(10);
  const pages = stories.flatMap((story) => story.pages);
  expect(pages).toEqual(stories.map((_, index) => String(index + 2)));
});

test('docs/type.md shows each of them once, with words for who does not see it', () => {
  const shown = readFileSync(join(repository, 'docs/type.md'), 'utf8').matchAll(
    /^!\[(.{20,})\]\(images\/type-(.+)\.png\)$/gm,
  );
  expect(new Set([...shown].map((match) => match[2]))).toEqual(new Set(stories.map(({ id }) => id)));
});

test('each has a small picture, and none is left of what is gone', () => {
  const folder = join(repository, 'docs/images');
  const pictures = readdirSync(folder).filter((name) => name.startsWith('type-'));
  expect(pictures.sort()).toEqual(stories.map(({ id }) => `type-${id}.png`).sort());
  for (const name of pictures) expect(statSync(join(folder, name)).size, name).toBeLessThan(60_000);
});
