import sharp from 'sharp';
import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

// Small type of a spread begins where its head does: on the left page.

test('the kicker of a spread stands on its left page', async () => {
  const picture = await sharp({ create: { width: 1600, height: 640, channels: 3, background: '#888888' } })
    .jpeg()
    .toBuffer();
  const spread = [
    '---',
    'headline: A hundred and four sails and not a breath of wind',
    'kicker: Harbour week',
    'picture: { file: quay.jpg, alt: The quay, cutline: Boats in the bay. }',
    '---',
    quayStory('', 1500).replace(/^# \n\n/, ''),
  ].join('\n');
  const { set, edition } = await composeFiles({
    'issue.yaml':
      'name: The Quay\ndate: 2026-05-04\nformat: tabloid\npages:\n  2-3: { layout: centre, lead: sails }\n  4: auto\n',
    'images/quay.jpg': picture,
    'articles/bell.md': quayStory('What they say about the bell here', 900),
    'articles/nets.md': quayStory('What they say about the nets here', 500),
    'articles/sails.md': spread,
  });
  const pageOf = (words: string): readonly number[] =>
    set.composed.pages.flatMap(({ index, fragments }) =>
      fragments.some(
        (fragment) =>
          fragment.kind === 'text' &&
          fragment.run.texts.join('').includes(words) &&
          fragment.x + fragment.run.x < edition.grid.trim.width,
      )
        ? [index]
        : [],
    );
  expect(pageOf('arbour')).toEqual([1]);
});
