import { expect, test } from 'vitest';
import { dumpPages } from '../../../src/page/dump-pages.ts';
import { composeFiles } from '../../tools/compose-issue.ts';
import { plainPhotograph } from '../../tools/plain-photograph.ts';
import { quayStory } from '../../tools/quay-story.ts';

// Where verse has no legs of its own: beside the picture of its story, in lines too long for any, in a box.

const WORDS = 'nobody on the quay looks up from the nets when the water turns'.split(' ');
const lineOf = (words: number, at: number): string =>
  Array.from({ length: words }, (_, word) => WORDS[(at * 5 + word * 3) % WORDS.length]).join(' ');
const verse = (stanzas: number, lines: number, words: number): string =>
  `::: verse\n${Array.from({ length: stanzas }, (_, stanza) =>
    Array.from({ length: lines }, (__, line) => lineOf(words, stanza * lines + line)).join('\n'),
  ).join('\n\n')}\n:::\n`;

const others = Object.fromEntries(
  ['gulls', 'nets', 'ropes'].map((name): [string, string] => [
    `articles/${name}.md`,
    quayStory(`What they say about the ${name} here`, 260),
  ]),
);
const picture = await plainPhotograph(1200, 800);

async function pagesOf(story: string): Promise<string> {
  const { set } = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\n',
    'articles/lamps.md': story,
    'images/quay.jpg': picture,
    ...others,
  });
  return dumpPages(set.composed);
}

test('no line of a poem runs over the picture of its story', async () => {
  const fields = 'headline: The lamps\npicture: { file: quay.jpg, alt: A quay, columns: 2 }';
  const pages = await pagesOf(`---\n${fields}\n---\n\n${verse(9, 4, 9)}`);
  const [left = 0, top = 0, width = 0, height = 0] =
    /^picture ([\d.]+) ([\d.]+) ([\d.]+) × ([\d.]+)/m.exec(pages)?.slice(1).map(Number) ?? [];
  expect(width).toBeGreaterThan(100);
  const page = pages.split(/^page /m).find((each) => each.includes('quay.jpg')) ?? '';
  const over = [...page.matchAll(/^text ([\d.]+) ([\d.]+) to ([\d.]+)/gm)].filter(([, x, y, end]) => {
    const isBeside = Number(end) <= left || Number(x) >= left + width;
    return !isBeside && Number(y) > top + 2 && Number(y) < top + height;
  });
  expect(over.map(([row]) => row)).toEqual([]);
});

test('lines too long for any column are turned over in usual ones', async () => {
  const pages = await pagesOf(`---\nheadline: A psalm\n---\n\n${verse(4, 8, 26)}`);
  const widths = [...pages.matchAll(/^text ([\d.]+) [\d.]+ to ([\d.]+).*"nobody/gm)].map(
    ([, x, end]) => Number(end) - Number(x),
  );
  expect(widths.length).toBeGreaterThan(0);
  expect(Math.max(...widths)).toBeGreaterThan(90);
});

test('verse in a box stays in it', async () => {
  const box = `:::: box\n## Tonight\n\n${verse(2, 4, 5)}::::\n`;
  const pages = await pagesOf(
    `---\nheadline: A box\n---\n\n${lineOf(30, 1)}.\n\n${box}\n${lineOf(30, 2)}.\n`,
  );
  expect(pages).toMatch(/^rule .* #ececea$/m);
});

test('a row of pictures stands under the picture over some of the columns', async () => {
  const fields = 'headline: Two in a row\npicture: { file: quay.jpg, alt: A quay }';
  const pages = await pagesOf(
    `---\n${fields}\n---\n\n![a](quay.jpg)\n![b](quay.jpg)\n\nA sentence stands under.\n`,
  );
  const page = pages.split(/^page /m).find((each) => each.includes('quay.jpg')) ?? '';
  const places = [...page.matchAll(/^picture ([\d.]+) ([\d.]+) ([\d.]+) × ([\d.]+)/gm)].map((match) =>
    match.slice(1).map(Number),
  );
  expect(places).toHaveLength(3);
  for (const [x = 0, y = 0, width = 0, height = 0] of places)
    for (const [left = 0, top = 0, across = 0, down = 0] of places) {
      if (left === x && top === y) continue;
      const isApart = left >= x + width || x >= left + across || top >= y + height || y >= top + down;
      expect(isApart).toBe(true);
    }
});
