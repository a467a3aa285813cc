import { expect, test } from 'vitest';
import { hintForKey } from '../../../src/schema/other-names.ts';

test.each([
  ['author', ['headline', 'byline'], 'Here it is called `byline`.'],
  ['title', ['name', 'date'], 'Here it is called `name`.'],
  ['columns', ['grid', 'pages'], 'It stands under `grid`: `grid: { columns: … }`.'],
  ['columns', ['file', 'alt'], null],
  ['caption', ['headline', 'picture'], 'It stands under `picture`: `picture: { cutline: … }`.'],
  ['tags', ['headline'], null],
  ['constructor', ['headline'], null],
])('%s among %j', (key, known, hint) => {
  expect(hintForKey(key, known)).toBe(hint);
});
