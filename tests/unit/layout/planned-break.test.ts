import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';

const sentence = (at: number): string =>
  `Paragraph ${at} tells of the ferry and of the pier, of tides and of ropes. `;
const story = (paragraphs: number): string =>
  Array.from({ length: paragraphs }, (_, at) =>
    at === 4 ? `## A subhead\n\n${sentence(at).repeat(5)}` : sentence(at).repeat(5),
  ).join('\n\n');

type Piece = { readonly page: number; readonly node: string; readonly offset: number };

/** Where the pieces of the story `ferry` begin, and the codes of what was reported. */
async function jumpOf(
  jump: string,
  others: readonly string[],
  paragraphs = 20,
): Promise<{ readonly pieces: readonly Piece[]; readonly codes: readonly string[] }> {
  const slot = (slots: string): string => `number: 1\ndate: 2026-01-05\nname: The Quay\npages:\n  ${slots}\n`;
  const { set, diagnostics } = await composeFiles({
    'issue.yaml': slot(`1: { lead: { story: ferry, jump: ${jump} } }\n  2-4: auto`),
    'articles/ferry.md': `---\nheadline: The second ferry starts on Monday\n---\n${story(paragraphs)}\n`,
    ...Object.fromEntries(
      others.map((id) => [
        `articles/${id}.md`,
        `---\nheadline: What the ${id} says today\n---\n${story(7)}\n`,
      ]),
    ),
  });
  const starts = set.composed.pageMap.starts.filter((start) => start.story === 'ferry');
  return {
    pieces: starts.map(({ pageIndex, node, offset }) => ({ page: pageIndex + 1, node, offset })),
    codes: diagnostics.map(({ code }) => code).filter((code) => code === 'GA722'),
  };
}

const MODULES = ['tides', 'market', 'council', 'school'];
const BANDS = ['tides'];

// The subhead is a node too: the paragraph after it, the fifth, is body.5.
test.each([
  ['modules', MODULES],
  ['bands', BANDS],
])('in %s a story leaves its page after the paragraph that the plan names', async (_, others) => {
  for (const [count, node] of [
    [2, 'body.2'],
    [4, 'body.4'],
    [6, 'body.7'],
  ] as const) {
    const { pieces, codes } = await jumpOf(`{ after: ${count} paragraphs }`, others);
    expect(pieces.slice(1).map(({ node: first, offset }) => [first, offset])).toEqual([[node, 0]]);
    expect(codes).toEqual([]);
  }
});

test.each([
  ['modules', MODULES],
  ['bands', BANDS],
])('in %s it goes on on the page that the plan names', async (_, others) => {
  const { pieces, codes } = await jumpOf('{ after: 3 paragraphs, to: 3 }', others);
  expect(pieces.map(({ page, node }) => [page, node])).toEqual([
    [1, 'headline'],
    [3, 'body.3'],
  ]);
  expect(codes).toEqual([]);
});

test.each([
  ['modules', MODULES],
  ['bands', BANDS],
])('in %s lines and column inches are those of all legs together', async (_, others) => {
  const lines = await jumpOf('{ after: 40 lines }', others);
  const inches = await jumpOf(`{ after: ${((40 * 11) / 72).toFixed(3)} in }`, others);
  expect(inches).toEqual(lines);
  const more = await jumpOf('{ after: 44 lines }', others);
  const reached = ({ pieces }: typeof lines): number =>
    Number(pieces[1]?.node.slice('body.'.length)) * 1000 + (pieces[1]?.offset ?? 0);
  expect(reached(more)).toBeGreaterThan(reached(lines));
});

test('what the plan cannot have is told, and the story jumps where it can (GA722)', async () => {
  const beyond = await jumpOf('{ after: 60 paragraphs }', BANDS);
  expect(beyond.codes).toEqual(['GA722']);
  const short = await jumpOf('{ after: 38 paragraphs }', BANDS, 40);
  expect(short.codes).toEqual(['GA722']);
  expect(short.pieces.length).toBeGreaterThan(1);
});
