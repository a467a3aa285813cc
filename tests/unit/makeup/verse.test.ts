import { expect, test } from 'vitest';
import { dumpPages } from '../../../src/page/dump-pages.ts';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

// A line of verse that is turned over is the compositor's and no longer the poet's.

const LINES = [
  'The lamps along the quay are lit at four,',
  'and one by one the shutters come to rest;',
  'a door that no one painted any more',
  'keeps out the weather coming from the west.',
  'We count the boats, and count them once again,',
  'and know by heart the number that will fail,',
  'the way a house will listen to the rain',
  'for what it used to hear above the gale.',
];
const poem = `::: verse\n${LINES.slice(0, 4).join('\n')}\n\n${LINES.slice(4).join('\n')}\n:::\n`;
const SHORT = ['Nobody asks', 'the heron.', 'The heron', 'does not say', 'and stands', 'in rain.'];
const headed = (title: string, body: string): string => `---\nheadline: ${title}\n---\n\n${body}`;

const others = Object.fromEntries(
  ['gulls', 'nets', 'ropes'].map((name): [string, string] => [
    `articles/${name}.md`,
    quayStory(`What they say about the ${name} here`, 260),
  ]),
);

/** How many lines of the poem stand in one line on the pages. */
async function wholeLines(story: string): Promise<number> {
  const { set, diagnostics } = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\n',
    'articles/lamps.md': story,
    ...others,
  });
  expect(diagnostics).toEqual([]);
  const pages = dumpPages(set.composed);
  return LINES.filter((line) => pages.includes(`"${line}`)).length;
}

test('a poem stands over as many columns as its lines need', async () => {
  expect(await wholeLines(headed('The lamps', poem))).toBe(LINES.length);
});

test('a stanza within prose stays in its column', async () => {
  const prose = quayStory('Why the quay is sung', 260);
  expect(
    await wholeLines(`${prose}\n\n${poem}\n\n${prose.split('\n\n').slice(1).join('\n\n')}`),
  ).toBeLessThan(LINES.length);
});

test('a short poem stands in one leg, and no line of it goes over into the next', async () => {
  const { set } = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\n',
    'articles/lamps.md': headed('The lamps', `::: verse\n${SHORT.join('\n')}\n:::\n`),
    ...others,
  });
  const texts = dumpPages(set.composed)
    .split('\n')
    .filter((row) => SHORT.some((line) => row.includes(`"${line}`)));
  expect(texts).toHaveLength(SHORT.length);
  expect(new Set(texts.map((row) => row.split(' ')[1])).size).toBe(1);
});
