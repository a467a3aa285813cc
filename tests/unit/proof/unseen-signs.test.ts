import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { expectedStoryNodes } from '../../../src/proof/expected-words.ts';
import { proveWords } from '../../../src/proof/prove-words.ts';
import { rangesOfPages } from '../../../src/proof/word-ranges.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const LETTERS = ['a', 'é', 'e\u0301', '1', 'x\u0323\u0301'];
const UNSEEN = ['\u200b', '\u200c', '\u200d', '\u2060', '\u00ad', '\u034f', '\u200d\u2060', '\u00ad\u200d'];
const DIRECTION = ['\u061c', '\u200e', '\u200f', '\u2066', '\u2067', '\u2068', '\u2069', '\u200f\u061c'];
const MARKED = ['\u2060\u0301', '\u00ad\u0301', '\u200d\u0301', '\u0301\u200d\u0323'];

// Sixty make a word longer than one piece of shaping, with a join between letter and sign; three do not.
test.each([3, 60])(
  'a letter and signs without look, %d times, are set as they are written',
  async (count) => {
    const texts = LETTERS.flatMap((letter) =>
      [...UNSEEN, ...DIRECTION, ...MARKED].flatMap((sign) => [
        (letter + sign).repeat(count),
        `${letter}${sign.repeat(count)}b`,
        // Lines of a column break between such words.
        `letters${letter}${sign}`.repeat(count),
      ]),
    );
    const { set } = await composeFiles({
      'issue.yaml': 'name: Quay\ndate: 2024\n',
      'articles/a.md': `# Head\n\n${texts.join('\n\n')}\n`,
    });
    const context = createCollector();
    const expected = expectedStoryNodes(set.articles);
    proveWords(expected, rangesOfPages(set.composed), { output: 'PDF', trail: [] }, context);
    expect(expected).toHaveLength(texts.length + 1);
    expect(context.diagnostics).toEqual([]);
  },
);
