import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isConcatenation } from '../../../src/proof/is-concatenation.ts';

type Run = readonly string[];

/** All ways, one after the other. */
function canBeRead(words: Run, body: readonly Run[], fields: readonly Run[]): boolean {
  if (words.length === 0) return body.length === 0 && fields.length === 0;
  const isNext = (run: Run): boolean => run.every((word, index) => words[index] === word);
  const [first, ...rest] = body;
  if (first !== undefined && isNext(first) && canBeRead(words.slice(first.length), rest, fields)) return true;
  return fields.some(
    (run, index) =>
      isNext(run) &&
      canBeRead(
        words.slice(run.length),
        body,
        fields.filter((_, other) => other !== index),
      ),
  );
}

const run = fc.array(fc.constantFrom('in', 'out'), { minLength: 1, maxLength: 3 });
const story = fc.record({
  body: fc.array(run, { maxLength: 4 }),
  fields: fc.array(run, { maxLength: 3 }),
  words: fc.array(fc.constantFrom('in', 'out'), { maxLength: 14 }),
});

test('it says what trying all ways says', () => {
  fc.assert(
    fc.property(story, ({ body, fields, words }) => {
      const inOrder = [...fields.slice(0, 1), ...body, ...fields.slice(1)].flat();
      expect(isConcatenation(inOrder, body, fields)).toBe(true);
      for (const said of [words, inOrder.toReversed(), inOrder.slice(1)])
        expect(isConcatenation(said, body, fields)).toBe(canBeRead(said, body, fields));
    }),
    { numRuns: 500, seed: 7 },
  );
});

test('a refrain is read, a body whose nodes changed places is not', () => {
  const body = [
    ['go', 'in', 'come', 'out'],
    ['sit', 'down', 'go', 'in'],
    ['go', 'in', 'come', 'out', 'sit', 'down'],
  ];
  expect(isConcatenation(['refrain', ...body.flat()], body, [['refrain']])).toBe(true);
  expect(isConcatenation(['refrain', ...body.toReversed().flat()], body, [['refrain']])).toBe(false);
});

test('many lines of the same words are read in a moment', () => {
  const lines = Array.from({ length: 3000 }, () => ['la', 'la']);
  expect(isConcatenation([...lines, ['la']].flat(), lines, [['la']])).toBe(true);
  expect(isConcatenation([...lines, ['lo']].flat(), lines, [['la']])).toBe(false);
});
