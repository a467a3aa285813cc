import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

test('a story without a headline begins with a rule and a capital of two lines', async () => {
  const bare = quayStory('', 160).split('\n').slice(2).join('\n');
  const { set } = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\nformat: a4\n',
    'articles/bell.md': quayStory('The bell of the chapel rings', 400),
    'articles/nets.md': `Nobody looks up. ${bare}`,
    'articles/tides.md': quayStory('Tides of the week', 200),
  });
  const fragments = set.composed.pages.flatMap((page) => page.fragments);
  const capital = fragments.find((each) => each.kind === 'text' && each.run.texts.join('') === 'N');
  if (capital?.kind !== 'text') throw new Error('no capital');
  const x = capital.x + capital.run.x;
  const rules = fragments.flatMap((each) =>
    each.kind === 'rule' && each.rect.height < 4 && each.rect.width > 36 ? [each.rect] : [],
  );
  const over = rules.filter(({ y, x: left }) => y < capital.y && y > capital.y - 40 && left <= x + 1);
  expect(over).not.toEqual([]);
});
