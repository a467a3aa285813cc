import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runGalley } from '../tools/run-galley.ts';

// The demo paper as README builds it: galley makes up its pages, and all that was written stands on them.

const repository = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'galley-demo-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Module = { readonly kind: string; readonly rect: { readonly columns: number; readonly rows: number } };
type Edition = {
  readonly pages: number;
  readonly stories: readonly { readonly id: string; readonly pages: readonly string[] }[];
  readonly words: { readonly given: number; readonly placed: number };
  readonly pagePlan:
    | readonly {
        readonly page: number;
        readonly through?: number;
        readonly modules: readonly Module[];
      }[]
    | null;
};

let edition: Edition;
let codes: readonly string[];

beforeAll(async () => {
  const folder = join(repository, 'issues/demo');
  const run = await runGalley(['build', folder, '--only', 'pdf', '--out', scratch, '--json'], repository);
  expect(run.exitCode).toBe(0);
  const report = JSON.parse(run.out) as {
    issues: readonly {
      editions: readonly Edition[];
      diagnostics: readonly { readonly code: string; readonly severity: string }[];
    }[];
  };
  const [issue] = report.issues;
  if (issue?.editions[0] === undefined) throw new Error('the demo paper was not built');
  edition = issue.editions[0];
  codes = issue.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
});

test('all its words stand on pages that come in fours', () => {
  expect(codes).toEqual([]);
  expect(edition.words.placed).toBe(edition.words.given);
  expect(edition.stories.length).toBeGreaterThanOrEqual(40);
  expect(edition.pages % 4).toBe(0);
});

test('it is made up in modules, and its lead goes on from page 1', () => {
  const pages = (edition.pagePlan ?? []).flatMap(({ page, through }) => [
    page,
    ...(through === undefined ? [] : [through]),
  ]);
  expect(pages).toEqual(Array.from({ length: edition.pages }, (_, index) => index + 1));
  const [lead] = edition.stories;
  expect(lead?.pages[0]).toBe('1');
  expect(lead?.pages.length).toBe(2);
});

test('its two pages in the middle are one', () => {
  const spread = edition.pagePlan?.filter(({ through }) => through !== undefined);
  expect(spread?.map(({ page, through }) => [page, through])).toEqual([[8, 9]]);
  expect(edition.stories.find(({ id }) => id === 'from-the-water')?.pages).toEqual(['8', '9']);
});

test('house fillers take no more than a twentieth of its pages', () => {
  const area = ({ rect }: Module): number => rect.columns * rect.rows;
  const modules = edition.pagePlan?.flatMap((page) => page.modules) ?? [];
  const sum = (list: readonly Module[]): number => list.reduce((all, module) => all + area(module), 0);
  expect(sum(modules.filter(({ kind }) => kind === 'panel')) / sum(modules)).toBeLessThan(0.05);
});
