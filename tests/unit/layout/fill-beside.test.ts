import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { plainPhotograph } from '../../tools/plain-photograph.ts';
import { quayStory } from '../../tools/quay-story.ts';

const CELLS = ['morning', 'afternoon', 'evening', 'midnight', 'altogether', 'beforehand', 'harbour'];
const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const TABLE = [
  rowOf(CELLS.map((word) => `${word}ness`)),
  rowOf(CELLS.map(() => '---')),
  ...Array.from({ length: 6 }, () => rowOf(CELLS.map((word) => `${word}wards`))),
].join('\n');
const HEAD = [
  '---',
  'headline: What they say about the tides',
  'picture:',
  '  file: pier.jpg',
  '  columns: 2',
  '  alt: A pier.',
  '---',
].join('\n');

type Fragments = Awaited<ReturnType<typeof composeFiles>>['set']['composed']['pages'][number]['fragments'];

/** Where the table, the foot of the picture, and lines with a word stand on page 1. */
async function placesOf(
  before: number,
  after: number,
): Promise<{ readonly table: number; readonly foot: number; readonly lines: readonly number[] }> {
  const text = (words: number): string => quayStory('x', words).slice(4);
  const { set } = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\n',
    'articles/tides.md': `${HEAD}\n${text(before)}\n${TABLE}\n\n${text(after)}`,
    'images/pier.jpg': await plainPhotograph(600, 500),
  });
  const fragments: Fragments = set.composed.pages[0]?.fragments ?? [];
  const lines = fragments.flatMap((each) =>
    each.kind === 'text' ? [{ said: each.run.texts.join(''), y: each.y }] : [],
  );
  const [picture] = fragments.flatMap((each) => (each.kind === 'image' ? [each.rect] : []));
  return {
    table: Math.min(...lines.filter(({ said }) => said.includes('morningness')).map(({ y }) => y)),
    foot: (picture?.y ?? 0) + (picture?.height ?? 0),
    lines: lines.filter(({ said }) => /\bwater|quay|falls|nets\b/.test(said)).map(({ y }) => y),
  };
}

test('text runs on beside a picture where a table would leave white there', async () => {
  const { table, foot, lines } = await placesOf(40, 900);
  const above = lines.filter((y) => y < table);
  expect(foot - Math.max(...above)).toBeLessThan(4 * 11);
  // What is left stands under the table.
  expect(lines.some((y) => y > table)).toBe(true);
});

test('no few lines are left under the table then', async () => {
  const { table, lines } = await placesOf(40, 120);
  expect(lines.every((y) => y < table)).toBe(true);
});

test('a table stays where it was written where the text before it fills the legs', async () => {
  const { table, lines } = await placesOf(400, 200);
  expect(lines.filter((y) => y > table).length).toBeGreaterThan(10);
});
