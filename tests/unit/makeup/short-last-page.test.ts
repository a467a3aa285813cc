import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

// A last page that ends short leaves white under its stories, and no column beside them.

test.each([300, 400, 500])(
  'with the imprint at the foot of a column, stories stand over all columns: %i words',
  async (words) => {
    const lengths = { bell: 900, river: 800, nets: 420, letter: words, view: words, word: words / 2 };
    const { set } = await composeFiles({
      'issue.yaml': [
        'name: The Quay',
        'date: 2026-05-04',
        'sections:',
        '  town: [bell, river, nets]',
        '  opinion: { title: Opinion, layout: opinion, stories: [letter, view, word] }',
        '',
      ].join('\n'),
      ...Object.fromEntries(
        Object.entries(lengths).map(([name, length]) => [
          `articles/${name}.md`,
          quayStory(`What they say about the ${name} here`, length),
        ]),
      ),
    });
    const last = set.dummies?.at(-1);
    if (last === undefined) throw new Error('the number was not made up');
    const top = last.modules.filter(
      ({ rect }) => rect.row === Math.min(...last.modules.map((each) => each.rect.row)),
    );
    expect(top.reduce((sum, { rect }) => sum + rect.columns, 0)).toBe(last.columns);
  },
);
