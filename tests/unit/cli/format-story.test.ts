import { expect, test } from 'vitest';
import { formatStory } from '../../../src/cli/format-story.ts';

test.each([
  [5.3, ['1'], '5.3 column inches, page 1'],
  [12, ['1', '4'], '12.0 column inches, pages 1, 4'],
  [0, ['12'], 'page 12'],
  [0, [], 'on no page'],
] as const)('%s inches on %j', (columnInches, pages, expected) => {
  expect(formatStory({ columnInches, pages })).toBe(expected);
});
