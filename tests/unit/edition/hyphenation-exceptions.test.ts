import { expect, test } from 'vitest';
import { resolve } from './issue-fixture.ts';

const HEAD = 'name: Quayside Weekly\nnumber: 7\ndate: 2026-03-14\nlanguages: [en-GB, es]\n';

const exceptionsOf = (yaml: string): readonly (readonly string[])[] => {
  const { issue } = resolve({
    '7/issue.yaml': `${HEAD}hyphenationExceptions: ${yaml}\n`,
    '7/articles/ferry.en-GB.md': 'The ferry.',
    '7/articles/ferry.es.md': 'El transbordador.',
  });
  return issue?.editions.map(({ hyphenationExceptions }) => hyphenationExceptions) ?? [];
};

test('an edition has the exceptions of its language, and those of languages without an edition', () => {
  expect(exceptionsOf('{ en: [quay-side], es: [mue-lle], nl: [ha-ven] }')).toEqual([
    ['quay-side', 'ha-ven'],
    ['mue-lle', 'ha-ven'],
  ]);
  expect(exceptionsOf('[quay-side]')).toEqual([['quay-side'], ['quay-side']]);
});
