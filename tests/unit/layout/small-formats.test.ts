import sharp from 'sharp';
import { expect, test } from 'vitest';
import { composeFiles, type ComposedIssue } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

// Pages of two columns are filled by bands: the lead leads page 1, and sections stand one after the other.

const LENGTHS = { bell: 900, gulls: 560, nets: 340, ropes: 90, river: 620, tar: 330, masts: 80 };

async function compose(height = 700): Promise<ComposedIssue> {
  const picture = await sharp({ create: { width: 900, height, channels: 3, background: '#888888' } })
    .jpeg()
    .toBuffer();
  const pictured = (name: string, words: number): string =>
    [
      '---',
      `headline: What they say about the ${name} here`,
      'kicker: The town',
      'deck: The ringing was heard as far as the mouth of the river, and some slept on until the tide',
      'byline: By Ana Calder',
      'picture: { file: quay.jpg, alt: The quay, cutline: The quay on Monday. }',
      '---',
      quayStory('', words).replace(/^# \n\n/, ''),
    ].join('\n');
  return composeFiles({
    'issue.yaml': [
      'name: The Quay',
      'date: 2026-05-04',
      'format: reader',
      'tagline: Since 1884',
      'teasers: [{ story: river, picture: true }, gulls, tar]',
      'sections:',
      '  town: [bell, gulls, nets, ropes]',
      '  harbour: [river, tar, masts]',
      '',
    ].join('\n'),
    'images/quay.jpg': picture,
    ...Object.fromEntries(
      Object.entries(LENGTHS).map(([name, words]) => [
        `articles/${name}.md`,
        words > 500 ? pictured(name, words) : quayStory(`What they say about the ${name} here`, words),
      ]),
    ),
  });
}

test('the lead begins on page 1, and no story stands before the section that it is of', async () => {
  const { set } = await compose();
  const pageOf = new Map(
    set.composed.pageMap.starts.map(({ story, pageIndex }) => [story, pageIndex] as const),
  );
  const first = (story: string): number => {
    const starts = set.composed.pageMap.starts.filter((start) => start.story === story);
    return Math.min(...starts.map(({ pageIndex }) => pageIndex));
  };
  expect(pageOf.size).toBe(Object.keys(LENGTHS).length);
  expect(first('bell')).toBe(0);
  const town = Math.max(...['bell', 'gulls', 'nets', 'ropes'].map(first));
  for (const story of ['river', 'tar', 'masts']) expect(first(story)).toBeGreaterThanOrEqual(town);
});

test.each([500, 600, 700, 800, 900])(
  'a story that goes on leaves the row of its jump line free: picture %i deep',
  async (height) => {
    const { set } = await compose(height);
    const lines = set.composed.pages.flatMap(({ fragments }) => {
      const texts = fragments.filter((fragment) => fragment.kind === 'text');
      const feet = texts.filter(
        ({ structure }) => structure.kind === 'artifact' && structure.artifact === 'footer',
      );
      const foot = Math.min(Infinity, ...feet.map(({ y, run }) => y - run.fontSize));
      return texts
        .filter(({ run }) => run.texts.join('').startsWith('Continued on'))
        .map(({ y }) => ({ y, foot }));
    });
    expect(lines.length).toBeGreaterThan(0);
    for (const { y, foot } of lines) expect(y).toBeLessThan(foot);
  },
);
