import { expect, test } from 'vitest';
import { dumpPages } from '../../../src/page/dump-pages.ts';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

// Several poems under one head, each with a title of its own.

const TITLES = ['Bolts', 'Gate', 'Salt'];
const lineOf = (title: string, at: number): string => `${title} and water, line ${at + 1}`;
const poemOf = (title: string): string => {
  const stanzas = [0, 4, 8].map((from) => [0, 1, 2, 3].map((at) => lineOf(title, from + at)).join('\n'));
  return `## ${title}\n\n::: verse\n${stanzas.join('\n\n')}\n:::\n`;
};
const poems = `---\nheadline: Three poems from the yard\n---\n\n${TITLES.map(poemOf).join('\n')}`;

type Text = { readonly page: number; readonly x: number; readonly y: number; readonly says: string };

async function textsOf(files: Readonly<Record<string, string>>): Promise<readonly Text[]> {
  const { set } = await composeFiles(files);
  return dumpPages(set.composed)
    .split(/^page /m)
    .flatMap((own, page) =>
      [...own.matchAll(/^text ([\d.]+) ([\d.]+) .*?"(.*)"/gm)].map(([, x, y, says = '']) => ({
        page,
        x: Number(x),
        y: Number(y),
        says,
      })),
    );
}

test('short poems with titles stand side by side, each under its own', async () => {
  const texts = await textsOf({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\n',
    'articles/poems.md': poems,
  });
  const heads = TITLES.map((title) => texts.find(({ says }) => says === title));
  expect(new Set(heads.map((head) => head?.y)).size).toBe(1);
  expect(new Set(heads.map((head) => head?.x)).size).toBe(TITLES.length);
  for (const [at, title] of TITLES.entries())
    for (let line = 0; line < 12; line += 1)
      expect(texts.find(({ says }) => says === lineOf(title, line))?.x).toBe(heads[at]?.x);
});

test('no white is added between stanzas to fill a leg', async () => {
  const texts = await textsOf({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\n',
    'articles/a.md': quayStory('What they say of the nets on the quay', 300),
    'articles/b.md': quayStory('What they say of the ropes on the quay', 300),
    'articles/poems.md': poems,
  });
  const gaps = TITLES.flatMap((title) =>
    [4, 8].map((line) => {
      const [above, below] = [line - 1, line].map((at) =>
        texts.find(({ says }) => says === lineOf(title, at)),
      );
      return above?.x === below?.x ? Math.round((below?.y ?? 0) - (above?.y ?? 0)) : 22;
    }),
  );
  expect(new Set(gaps)).toEqual(new Set([22]));
});
