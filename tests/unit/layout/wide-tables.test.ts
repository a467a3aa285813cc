import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

const CELLS = ['morning', 'afternoon', 'evening', 'midnight', 'altogether', 'beforehand', 'harbour'];
const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const TABLE = [
  'Table: Figures',
  '',
  rowOf(CELLS.map((word) => `${word}ness`)),
  rowOf(CELLS.map(() => '---')),
  ...Array.from({ length: 6 }, () => rowOf(CELLS.map((word) => `${word}wards`))),
].join('\n');

/** Of each page, whether it has the caption of a story's table, and how many rows of its body; words stand before it. */
async function tableOn(
  words: number,
): Promise<readonly { readonly hasCaption: boolean; readonly rows: number }[]> {
  const { set } = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\n',
    'articles/tides.md': `${quayStory('What they say about the tides', words)}\n${TABLE}\n\n${quayStory('x', 200).slice(4)}`,
  });
  return set.composed.pages.map(({ fragments }) => {
    const said = fragments.map((each) => (each.kind === 'text' ? each.run.texts.join('') : '')).join(' ');
    return { hasCaption: said.includes('Figures'), rows: said.split('morningwards').length - 1 };
  });
}

test('a table over all legs too short to be parted goes over the page whole, with its caption', async () => {
  const begins = new Set<number>();
  for (const words of [952, 960, 964, 980, 1040]) {
    const pages = await tableOn(words);
    const first = pages.findIndex(({ hasCaption }) => hasCaption);
    expect(
      pages.map(({ rows }) => rows),
      `${words} words`,
    ).toEqual(pages.map((_, index) => (index === first ? 6 : 0)));
    begins.add(first + 1);
  }
  expect([...begins].sort((a, b) => a - b)).toEqual([1, 2]);
});

test('a long table of many narrow columns stands over all legs and breaks no name', async () => {
  const rows = Array.from(
    { length: 20 },
    (_, at) => `| Wendle United ${at} | 30 | 20 | 5 | 5 | 60 | 20 | 65 |`,
  );
  const league = ['| Club | P | W | D | L | F | A | Pts |', `|---${'|--:'.repeat(7)}|`, ...rows].join('\n');
  const { set } = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\n',
    'articles/match.md': `${quayStory('A match in the rain', 400)}\n${league}\n`,
  });
  const runs = set.composed.pages.flatMap(({ fragments }) =>
    fragments.flatMap((each) => (each.kind === 'text' ? [each.run.texts.join('')] : [])),
  );
  expect(runs.filter((said) => /^Wendle United \d+$/.test(said))).toHaveLength(20);
});

test('a table over all legs counts in column inches as often as it has columns', async () => {
  const inchesOf = async (body: string): Promise<number> => {
    const { set } = await composeFiles({
      'issue.yaml': 'name: The Quay\ndate: 2026-05-04\n',
      'articles/tides.md': `${quayStory('What they say about the tides', 60)}\n${body}`,
    });
    return set.columnInches.get('tides') ?? 0;
  };
  const [plain, withTable] = [await inchesOf(''), await inchesOf(TABLE)];
  // Eight rows or more of 11 points over three columns or more.
  expect(withTable - plain).toBeGreaterThan((3 * 8 * 11) / 72);
});
