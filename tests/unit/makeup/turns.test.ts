import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

// Where the page plan has a section on some page, those behind it in order stand behind that page.

const STORIES = ['bell', 'gulls', 'nets', 'match', 'row', 'play', 'film'];

/** Stories of each page, by the pages that are planned. */
async function pagesOf(pages: string, words: number): Promise<readonly (readonly string[])[]> {
  const { set } = await composeFiles({
    'issue.yaml': [
      'name: The Quay',
      'date: 2026-05-04',
      'sections:',
      '  news: [bell, gulls, nets]',
      '  sport: [match, row]',
      '  culture: [play, film]',
      `pages: { ${pages} }`,
      '',
    ].join('\n'),
    ...Object.fromEntries(
      STORIES.map((name) => [
        `articles/${name}.md`,
        quayStory(`What they say about the ${name} here`, words),
      ]),
    ),
  });
  if (set.dummies === null) throw new Error('the number was not made up');
  return set.dummies.map(({ modules }) =>
    modules.flatMap(({ kind, stories }) => (kind === 'story' ? stories : [])).toSorted(),
  );
}

test('what is behind a planned section stands behind its pages, and no page between stays empty', async () => {
  const pages = await pagesOf('3: { lead: match, second: row, rest: none }, 4: auto', 500);
  expect(pages[2]).toEqual(['match', 'row']);
  expect(pages[1]).toEqual(['nets']);
  expect(pages[3]).toEqual(['film', 'play']);
});
