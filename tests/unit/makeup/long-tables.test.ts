import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

// Tables wider than a column stand over all legs of their story: text above them, text below them.

const FIGURES = Array.from({ length: 24 }, (_, at) => `| ${'quay'.repeat(1 + (at % 3))} | ${at * 37} |`);

const head = ['morning', 'afternoon', 'evening', 'midnight', 'altogether', 'beforehand'];

const table = [
  `| harbour | ${head.join(' | ')} |`,
  `|---${'|---'.repeat(head.length)}|`,
  ...FIGURES.map(
    (row) =>
      `${row} ${head
        .slice(1)
        .map((word) => `${word}ness`)
        .join(' | ')} |`,
  ),
].join('\n');

/** A story of so many parts, each of a table and of text. */
const withTables = (title: string, parts: number): string =>
  Array.from({ length: parts }, (_, at) => {
    const text = quayStory(title, 420);
    return `${at === 0 ? text : text.slice(text.indexOf('\n\n'))}\n${table}\n`;
  }).join('\n');

const brief = (name: string): [string, string] => [
  `articles/${name}.md`,
  quayStory(`What they say about the ${name} here`, 300),
];

test('a story with many wide tables is made up, and all of it stands in the plan', async () => {
  const { set } = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\n',
    'articles/river.md': withTables('What they say about the river here', 9),
    ...Object.fromEntries(['gulls', 'nets', 'ropes'].map(brief)),
  });
  expect(set.dummies).not.toBeNull();
  expect(set.composed.pages).toHaveLength(set.dummies?.length ?? 0);
});
