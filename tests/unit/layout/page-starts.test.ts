import { expect, test } from 'vitest';
import { firstSourceOf, readAfter } from '../../../src/layout/page-starts.ts';
import type { Fragment } from '../../../src/page/page.ts';

/** A text of the story, by its leaf and where in its paragraph it begins. */
const text = (leaf: number, offset: number, owner = 'ferry'): Fragment =>
  // What places it is not read here.
  ({
    kind: 'text',
    structure: { kind: 'leaf', leaf },
    run: { start: 0, inline: { source: { owner, node: `body.${leaf}`, offset } } },
  }) as unknown as Fragment;

test('a piece begins with what is read first, wherever it stands', () => {
  expect(firstSourceOf([text(8, 40), text(7, 0), text(9, 0)], 'ferry')).toEqual({
    node: 'body.7',
    offset: 0,
  });
  expect(firstSourceOf([text(3, 0, 'gulls')], 'ferry')).toBeNull();
});

test('behind a fold it begins after all that stands before it: a block that waited is read earlier', () => {
  const left = [text(6, 0), text(8, 0), text(8, 40)];
  const right = [text(7, 0), text(8, 80), text(9, 0)];
  expect(firstSourceOf(readAfter(right, left, 'ferry'), 'ferry')).toEqual({ node: 'body.8', offset: 80 });
  expect(firstSourceOf(readAfter(right, [], 'ferry'), 'ferry')).toEqual({ node: 'body.7', offset: 0 });
});
