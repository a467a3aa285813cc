import { expect, test } from 'vitest';
import type { DummyModule } from '../../../src/makeup/page-dummy.ts';
import { composeFiles } from '../../tools/compose-issue.ts';
import { plainPhotograph } from '../../tools/plain-photograph.ts';
import { quayStory } from '../../tools/quay-story.ts';

// What is wide has a head for its width, a picture to see and a table that is read with ease.

type Composed = Awaited<ReturnType<typeof composeFiles>>;

const story = (name: string, words: number): [string, string] => [
  `articles/${name}.md`,
  quayStory(`What they say about the ${name} here`, words),
];

const modulesOf = ({ set }: Composed): readonly DummyModule[] => {
  if (set.dummies === null) throw new Error('the number was not made up');
  return set.dummies.flatMap(({ modules }) => modules);
};

const EVENTS = [
  'Lottery and coffee',
  'Songs of the harbour',
  'A class in net mending',
  'The film of the week',
];
const PLACES = ['Library of the north pier', 'Old fish market hall', 'Chapel at the lock'];
const ROWS = Array.from(
  { length: 26 },
  (_, at) => `| Day ${at + 1} | ${8 + (at % 12)}:30 | ${EVENTS[at % 4]} | ${PLACES[at % 3]} |`,
);
const LISTING = `# The week\n\n::: listing\n\n| Day | Hour | What | Where |\n|---|---|---|---|\n${ROWS.join('\n')}\n:::\n`;

test('a long table that is all of its story stands in legs in which no line of it breaks, dealt evenly', async () => {
  const { set } = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\nformat: tabloid\n',
    'articles/week.md': LISTING,
    ...Object.fromEntries([story('bell', 900), story('nets', 700), story('ropes', 500)]),
  });
  const legs = set.composed.pages.flatMap(({ beads }) => beads.filter((bead) => bead.story === 'week'));
  const body = legs.slice(1).map(({ rect }) => rect);
  const depths = body.map(({ height }) => height);
  expect(Math.max(...depths) - Math.min(...depths)).toBeLessThan(0.5 * Math.max(...depths));
  const texts = set.composed.pages.flatMap(({ fragments }) =>
    fragments.flatMap((each) => (each.kind === 'text' ? [each.run.texts.join('')] : [])),
  );
  for (const words of [...EVENTS, ...PLACES]) expect(texts).toContain(words);
});

test('pictures side by side have columns enough, however short their story is', async () => {
  const row = '![A pier.](pier.jpg) ![A boat.](boat.jpg) ![A quay.](quay.jpg)';
  const composed = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\nformat: tabloid\n',
    'articles/week.md': `# The week in pictures\n\n${row}\n`,
    'images/pier.jpg': await plainPhotograph(900, 600),
    'images/boat.jpg': await plainPhotograph(600, 600),
    'images/quay.jpg': await plainPhotograph(600, 900),
    ...Object.fromEntries([story('bell', 900), story('nets', 300), story('ropes', 40), story('river', 30)]),
  });
  const own = modulesOf(composed).find(({ stories }) => stories.includes('week'));
  expect(own?.rect.columns).toBeGreaterThanOrEqual(3);
});

test('the story that opens a section has no small head, and no story has one over many columns', async () => {
  const composed = await composeFiles({
    'issue.yaml':
      'name: The Quay\ndate: 2026-05-04\nformat: tabloid\nsections: { news: [bell, gulls, nets, ropes], sport: [match, row, swim], arts: [play, film] }\n',
    ...Object.fromEntries([
      story('bell', 929),
      story('gulls', 382),
      story('nets', 455),
      story('ropes', 308),
      story('match', 641),
      story('row', 234),
      story('swim', 107),
      story('play', 300),
      story('film', 293),
    ]),
  });
  const stories = modulesOf(composed).filter(({ kind }) => kind === 'story');
  const shapeOf = (name: string): string | null =>
    stories.find(({ stories: own }) => own.includes(name))?.shape ?? null;
  expect(shapeOf('match')).not.toBe('brief');
  expect(shapeOf('play')).not.toBe('brief');
  for (const { shape, rect } of stories) if (shape === 'brief') expect(rect.columns).toBeLessThanOrEqual(2);
});
