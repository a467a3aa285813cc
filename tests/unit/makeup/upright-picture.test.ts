import { expect, test } from 'vitest';
import { columnsWidth } from '../../../src/layout/leg-grid.ts';
import { composeFiles, type ComposedIssue } from '../../tools/compose-issue.ts';
import { plainPhotograph } from '../../tools/plain-photograph.ts';
import { quayStory } from '../../tools/quay-story.ts';

// A picture is as deep as its place lets it be, however upright it is.

const story = (name: string, words: number, fields = ''): [string, string] => [
  `articles/${name}.md`,
  `---\n${fields}---\n${quayStory(`What they say about the ${name} here`, words)}`,
];

const picture = (file: string): string => `picture: { file: ${file}, alt: A tower }\n`;

/** Rows from the foot of the lowest picture of a page to the foot of the page. */
function roomUnder({ set, edition: { grid } }: ComposedIssue): number {
  const bottoms = set.composed.pages.flatMap(({ fragments }) =>
    fragments.flatMap((each) => (each.kind === 'image' ? [each.rect.y + each.rect.height] : [])),
  );
  expect(bottoms).not.toHaveLength(0);
  return (grid.live.y + grid.live.height - Math.max(...bottoms)) / grid.baseline;
}

test('a planned story jumps no higher than the foot of its picture', async () => {
  const composed = await composeFiles({
    'issue.yaml':
      'name: The Quay\ndate: 2026-05-04\nformat: tabloid\npages:\n  1: { lead: bridge, second: flood }\n  2: { lead: mill, second: drains }\n',
    ...Object.fromEntries([
      story('bridge', 1740, picture('wide.jpg')),
      story('flood', 1330, picture('wide.jpg')),
      story('mill', 500, picture('tower.jpg')),
      story('drains', 650),
    ]),
    'images/wide.jpg': await plainPhotograph(1200, 800),
    'images/tower.jpg': await plainPhotograph(1200, 1600),
  });
  expect(composed.diagnostics.map(({ code }) => code)).not.toContain('GA705');
  expect(composed.set.dummies).not.toBeNull();
  expect(roomUnder(composed)).toBeGreaterThan(4);
});

test('an upright picture in the text goes onto a small page with its cutline', async () => {
  const composed = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\nformat: letter\ntheme: reader\n',
    'articles/mill.md': `${quayStory('What they say about the mill', 200)}\n\n![A tower.](tower.jpg "The tower.")\n`,
    'images/tower.jpg': await plainPhotograph(800, 1600),
  });
  expect(composed.diagnostics.map(({ code }) => code)).not.toContain('GA705');
  expect(roomUnder(composed)).toBeGreaterThan(1);
});

test('a picture of a story for which no place is deep enough is told at `picture`, with what to do there', async () => {
  const composed = composeFiles({
    'issue.yaml':
      'name: The Quay\ndate: 2026-05-04\nformat: { width: 220 pt, height: 190 pt }\ngrid: { columns: 1, margins: 20 pt }\n',
    'templates/print.css': '.lead-picture img { height: 320pt; }\n',
    ...Object.fromEntries([story('mill', 200, picture('tower.jpg'))]),
    'images/tower.jpg': await plainPhotograph(300, 6000),
  });
  await expect(composed).rejects.toThrow(/GA705 the picture of "mill" is deeper than its place/);
});

test.each([
  ['all', 2],
  ['1 to 2', 1],
])('with `columns: %s` the picture of a short story stands over %i columns', async (columns, over) => {
  const composed = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\nformat: us-tabloid-short\n',
    'articles/maze.md': `---\npicture: { file: maze.jpg, alt: A maze, columns: ${columns} }\n---\n# Find the way out\n\nIn by the gate.\n`,
    ...Object.fromEntries([story('bridge', 300), story('flood', 250), story('mill', 250)]),
    'images/maze.jpg': await plainPhotograph(800, 800),
  });
  const { grid } = composed.edition;
  const widths = composed.set.composed.pages.flatMap(({ fragments }) =>
    fragments.flatMap((each) => (each.kind === 'image' ? [each.rect.width] : [])),
  );
  expect(widths).toHaveLength(1);
  expect(widths[0]).toBeCloseTo(columnsWidth(grid, over), 1);
});
