import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';

const words = (from: number): string =>
  Array.from({ length: 300 }, (_, index) => `w${from + index}`).join(' ');

const ENGLISH = readFileSync('templates/tabloid/locale/en.yaml', 'utf8');

/** Where words stand on page 1, by their text. */
async function placesOf(language: string): Promise<ReadonlyMap<string, number>> {
  const { set } = await composeFiles({
    'issue.yaml': `name: The Quay\nnumber: 1\ndate: 2026-03-14\nlanguages: [${language}]\n`,
    'templates/locale/he.yaml': ENGLISH.replace('direction: ltr', 'direction: rtl'),
    [`articles/one.${language}.md`]: `# One\n\n${words(100)}\n`,
    [`articles/two.${language}.md`]: `# Two\n\n${words(500)}\n`,
  });
  const places = new Map<string, number>();
  for (const fragment of set.composed.pages.flatMap(({ fragments }) => fragments))
    if (fragment.kind === 'text')
      for (const word of fragment.run.texts.join('').split(' '))
        places.set(word, fragment.x + fragment.run.x);
  return places;
}

test('columns stand from the right in a language that is read from there', async () => {
  const [english, hebrew] = [await placesOf('en'), await placesOf('he')];
  for (const [first, last] of [
    ['w103', 'w396'],
    ['w503', 'w796'],
  ] as const) {
    expect(english.get(first)).toBeLessThan(english.get(last) ?? 0);
    expect(hebrew.get(first)).toBeGreaterThan(hebrew.get(last) ?? Infinity);
  }
});

test('a spread is refused in a language that is read from the right', async () => {
  const paper = (language: string): Promise<unknown> =>
    composeFiles({
      'issue.yaml': `name: The Quay\nnumber: 1\ndate: 2026-03-14\nlanguages: [${language}]\npages: { 2-3: { layout: centre, lead: two } }\n`,
      'templates/locale/he.yaml': ENGLISH.replace('direction: ltr', 'direction: rtl'),
      [`articles/one.${language}.md`]: `# One\n\n${words(100)}\n`,
      [`articles/two.${language}.md`]: `# Two\n\n${words(500)}\n`,
      [`articles/three.${language}.md`]: `# Three\n\n${words(900)}\n`,
    });
  await expect(paper('he')).rejects.toThrow('laid out from left to right');
  await paper('en');
});
