import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

const WORDS = {
  bell: 800,
  gulls: 500,
  nets: 350,
  tar: 160,
  ropes: 120,
  letter: 800,
  reply: 450,
  match: 900,
  row: 500,
  film: 200,
  play: 80,
};

/** Sections of each page, of the stories that begin there. */
async function sectionsOf(sections: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { set } = await composeFiles({
    'issue.yaml': [
      'name: The Quay',
      'date: 2026-05-04',
      'sections:',
      ...Object.entries(sections).map(([name, value]) => `  ${name}: ${value}`),
      '',
    ].join('\n'),
    ...Object.fromEntries(
      Object.entries(WORDS).map(([name, words]) => [
        `articles/${name}.md`,
        quayStory(`What they say about the ${name} here`, words),
      ]),
    ),
  });
  if (set.dummies === null) throw new Error('the number was not made up');
  const sectionOf = (story: string): string =>
    Object.entries(sections).find(([, value]) => new RegExp(`\\b${story}\\b`).test(value))?.[0] ?? '';
  return set.dummies.map(({ modules }) => {
    const stories = modules.flatMap(({ kind, stories: own }) => (kind === 'rest' ? [] : own));
    return [...new Set(stories.map(sectionOf))].filter((name) => name !== '').join(' ');
  });
}

const NEWS = '[bell, gulls, nets, tar, ropes]';

test('a short section fills the page before one with a layout of its own, of which a third would be empty', async () => {
  const pages = await sectionsOf({
    news: NEWS,
    letters: '{ layout: opinion, stories: [letter, reply] }',
    sport: '[match, row]',
    culture: '[film, play]',
  });
  expect(pages).toEqual(['news', 'news culture', 'letters', 'sport']);
});

test('it stays in its place where it has a page of its own too', async () => {
  const pages = await sectionsOf({
    news: NEWS,
    letters: '{ layout: opinion, stories: [letter, reply] }',
    sport: '{ layout: section, stories: [match, row] }',
    culture: '{ layout: section, stories: [film, play] }',
  });
  expect(pages).toEqual(['news', 'news', 'letters', 'sport', 'culture']);
});
