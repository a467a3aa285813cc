import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { expectedStoryNodes } from '../../../src/proof/expected-words.ts';
import { proveWords } from '../../../src/proof/prove-words.ts';
import { rangesOfPages } from '../../../src/proof/word-ranges.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

/** What the proof says of a story under a style sheet of the paper's own. */
async function proof(css: string): Promise<readonly Diagnostic[]> {
  const { set } = await composeFiles({
    'issue.yaml': 'name: The Lantern\nnumber: 7\ndate: 2021-06-04\n',
    'articles/ferry.en.md':
      '---\nkicker: Quay\nheadline: Ferry takes on an office\ndeck: It has a window\n---\n\nThe ferry takes on an office *at the quay* of the town.\n',
    'templates/print.css': css,
  });
  const context = createCollector();
  const { articles, composed, sheets } = set;
  proveWords(
    expectedStoryNodes(articles),
    rangesOfPages(composed),
    { output: 'PDF', trail: ['7'], sheets },
    context,
  );
  return context.diagnostics;
}

test('a sheet that hides nothing is not told', async () => {
  expect(await proof('.deck { color: #333 } .pullquote { display: none }')).toEqual([]);
});

test.each([
  ['.kicker { display: none }', 'the PDF leaves out the kicker of "ferry": display: none hides it', 'none'],
  [
    '.deck { -ed-role: Artifact }',
    /deck of "ferry": -ed-role: Artifact takes it out of reading$/,
    'Artifact',
  ],
  [
    '.story-body em { display: none }',
    /leaves out "at" in the body of "ferry": display: none hides it$/,
    'none',
  ],
  [
    '.story-body { --x: none; display: var(--x) }',
    /the body of "ferry": display: none hides it$/,
    'var(--x)',
  ],
])('%s is told with its place', async (css, message, value) => {
  const [fault, ...more] = await proof(css);
  expect(more).toEqual([]);
  expect(fault?.code).toBe('GA801');
  expect(fault?.message).toMatch(message);
  expect(fault?.span?.file).toMatch(/print\.css$/);
  expect(css.slice(fault?.span?.start, fault?.span?.end)).toBe(value);
  expect(fault?.related[0]?.span.file).toMatch(/ferry\.en\.md$/);
});

test('two declarations are two faults', async () => {
  const faults = await proof('.kicker { display: none } .deck { display: none }');
  expect(faults.map(({ message }) => message)).toEqual([
    'the PDF leaves out the kicker of "ferry": display: none hides it',
    'the PDF leaves out the deck of "ferry": display: none hides it',
  ]);
});
