import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { plainPhotograph } from '../../tools/plain-photograph.ts';
import { quayStory } from '../../tools/quay-story.ts';

// The rank of a story and the length of its text say how large its picture is.

const story = (name: string, words: number, fields = ''): [string, string] => [
  `articles/${name}.md`,
  `---\n${fields}---\n${quayStory(`What they say about the ${name} here`, words)}`,
];

/** Columns over which the picture of a story of so many words stands below a lead without one. */
async function columnsOfFace(words: number, fields = ''): Promise<number> {
  const { set, edition } = await composeFiles({
    'issue.yaml':
      'name: The Quay\ndate: 2026-05-04\nformat: tabloid\nsections: { a: { title: A, stories: [bell, nets, dog, ropes] } }\n',
    ...Object.fromEntries([
      story('bell', 330),
      story('nets', 260),
      story('dog', words, `picture: { file: face.jpg, alt: A dog${fields} }\n`),
      story('ropes', 150),
    ]),
    'images/face.jpg': await plainPhotograph(1000, 1000),
  });
  expect(set.dummies).not.toBeNull();
  const widths = set.composed.pages.flatMap(({ fragments }) =>
    fragments.flatMap((each) => (each.kind === 'image' ? [each.rect.width] : [])),
  );
  const { live, columns, gutter } = edition.grid;
  const column = (live.width - (columns - 1) * gutter) / columns;
  return Math.round((Math.max(...widths) + gutter) / (column + gutter));
}

test('a face at a few lines stands in one column, however much white the page has', async () => {
  expect(await columnsOfFace(80)).toBe(1);
});

test('a longer story has a larger picture', async () => {
  expect(await columnsOfFace(500)).toBeGreaterThan(1);
});

test('what the article says of its picture counts', async () => {
  expect(await columnsOfFace(80, ', columns: 3')).toBe(3);
});
