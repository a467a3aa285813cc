import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';

const FILES = {
  'issue.yaml':
    'name: Harbour Herald\nnumber: 7\ndate: 2024-05-03\nformat: { width: 150 mm, height: 190 mm }\ngrid: { columns: 2, margins: 24 pt }\n',
  'articles/ferry.md':
    '---\nheadline: Head\n---\n::: box One\nFirst words.\n\nMore words.\n:::\n\n::: box Two\nSecond words.\n:::\n\nThird words.\n',
};

/** Left edges of the words that each paragraph begins with, and the codes of what was told. */
async function compose(style: string) {
  const { set, diagnostics } = await composeFiles({ ...FILES, 'templates/print.css': style });
  const fragments = set.composed.pages.flatMap((page) => page.fragments);
  const leftOf = (words: string): number | undefined => {
    const found = fragments.find((one) => one.kind === 'text' && one.run.texts.join('').startsWith(words));
    return found?.kind === 'text' ? Math.round(found.x + found.run.x) : undefined;
  };
  return { leftOf, codes: diagnostics.map(({ code }) => code) };
}

test('two boxes that may not be broken may stand in two columns', async () => {
  const { leftOf, codes } = await compose('');
  expect(codes).toEqual([]);
  expect(leftOf('More')).toBeLessThan((leftOf('First') ?? 0) + 20);
  expect(leftOf('Second')).toBeGreaterThan((leftOf('First') ?? 0) + 100);
});

test('a column that is asked for begins also where matter is kept with what follows', async () => {
  const style = '.story-body .box .box-head + p { break-before: column } .box { break-inside: auto }';
  const { leftOf, codes } = await compose(`${style} .box + .box p { break-before: auto }`);
  expect(codes).toEqual([]);
  expect(leftOf('First')).toBeGreaterThan((leftOf('One') ?? 0) + 100);
});
