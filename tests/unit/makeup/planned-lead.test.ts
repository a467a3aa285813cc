import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

// What the page plan names as a lead stands at the top of its page, under its largest head, however short it is.

type Composed = Awaited<ReturnType<typeof composeFiles>>;

const compose = (words: number, head: string, letters = 320): Promise<Composed> =>
  composeFiles({
    'issue.yaml':
      'name: The Quay\ndate: 2026-05-04\nformat: a4\npages: { 1: { lead: bell }, 2: { lead: nets } }\n',
    'articles/bell.md': quayStory('The bell of the chapel rings', 280),
    'articles/letters.md': quayStory('Letters of the month', letters),
    'articles/nets.md': quayStory(head, words),
    'articles/river.md': quayStory('What they say about the river', 650),
  });

const SIZES: Readonly<Record<string, number>> = { lead: 4, second: 3, third: 2, brief: 1 };

const onSecond = ({ set }: Composed): readonly { story: string; row: number; size: number }[] =>
  (set.dummies?.[1]?.modules ?? []).flatMap(({ stories, shape, rect }) =>
    stories.map((story) => ({ story, row: rect.row, size: SIZES[shape ?? ''] ?? 0 })),
  );

test.each([40, 70, 250])('a planned lead of %i words', async (words) => {
  const composed = await compose(words, 'The nets');
  const all = onSecond(composed);
  const others = all.filter(({ story }) => story !== 'nets');
  const lead = all.find(({ story }) => story === 'nets');
  expect(others.length).toBeGreaterThan(0);
  expect(lead?.row).toBe(Math.min(...all.map(({ row }) => row)));
  expect(lead?.size).toBeGreaterThan(Math.max(...others.map(({ size }) => size)));
  expect(composed.diagnostics.filter(({ code }) => code === 'GA725')).toEqual([]);
});

test('one whose head cannot be as large is told', async () => {
  // Page 1 is full of two stories, so that the third stands beside the lead of page 2.
  const { diagnostics } = await compose(250, `Net${'mending'.repeat(9)}`, 700);
  const [told] = diagnostics.filter(({ code }) => code === 'GA725');
  expect(told?.message).toContain('"nets" does not lead page 2');
  expect(told?.span).not.toBeNull();
});
