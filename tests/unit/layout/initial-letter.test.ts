import { expect, test } from 'vitest';
import type { TextFragment } from '../../../src/page/page.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const ISSUE =
  'name: Harbour Herald\nnumber: 7\ndate: 2024-05-03\nformat: { width: 120 mm, height: 150 mm }\ngrid: { columns: 2, margins: 24 pt }\n';
const REST =
  ' and looks at the quay. He has brought the ferry over some eighty thousand times, by his own count, and has fallen into the harbour once. It was in the winter. The company has given him a clock, and it stands on the shelf beside the window from which one sees the lamp at the end of the quay.';

/** Text of the lead's first paragraph as it stands on the page. */
async function firstParagraph(text: string, language = 'en'): Promise<readonly TextFragment[]> {
  const files = {
    'issue.yaml': `${ISSUE}languages: [${language}]\n`,
    'articles/ferry.md': `# The pilot\n\n${text}`,
  };
  const { set } = await composeFiles(files);
  const texts = set.composed.pages[0]?.fragments.filter((one) => one.kind === 'text') ?? [];
  const own = texts.filter(({ run }) => run.inline.source?.node === 'body.0');
  expect(own.length).toBeGreaterThan(0);
  return own;
}

const said = (fragments: readonly TextFragment[]): string =>
  fragments
    .flatMap(({ run }) => run.texts)
    .join('')
    .replaceAll('\u00AD', '');

test('the letter is three lines deep, stands on the third baseline, and is one leaf with its word', async () => {
  const [letter, ...rest] = await firstParagraph(`Pilot${REST}`);
  expect(letter?.run.texts.join('')).toBe('P');
  expect(letter?.run.rise).toBe(-22);
  const capitals = (letter?.run.face.capHeight ?? 0) / (letter?.run.face.unitsPerEm ?? 1);
  const body = rest[0]?.run;
  const height = ((body?.face.capHeight ?? 0) / (body?.face.unitsPerEm ?? 1)) * (body?.fontSize ?? 0);
  expect(capitals * (letter?.run.fontSize ?? 0)).toBeCloseTo(22 + height, 6);
  expect(rest.every(({ structure }) => JSON.stringify(structure) === JSON.stringify(letter?.structure))).toBe(
    true,
  );
  expect(said([letter, ...rest].filter((one) => one !== undefined))).toBe(`Pilot${REST}`);
});

test('the lines beside the letter begin where the text of the first one does, those below at the edge', async () => {
  const [letter, first, second, third, fourth] = await firstParagraph(`Pilot${REST}`);
  const left = ({ x, run }: TextFragment): number => x + run.x;
  expect(left(second!)).toBeCloseTo(left(first!), 1);
  expect(left(third!)).toBeCloseTo(left(first!), 1);
  expect(left(fourth!)).toBeLessThan(left(second!) - 10);
  expect(left(letter!)).toBeLessThan(left(fourth!) + 0.01);
});

test('quotation marks and accents go with the letter', async () => {
  const [mark, letter, rest] = await firstParagraph(`"Évora,"${REST}`);
  expect([mark?.run.texts.join(''), letter?.run.texts.join('')]).toEqual(['“', 'É']);
  expect(mark!.run.fontSize).toBeCloseTo(letter!.run.fontSize / 2, 6);
  expect(rest?.run.texts.join('').startsWith('vora,”')).toBe(true);
  const [combined] = await firstParagraph(`E\u0301vora${REST}`);
  expect(combined?.run.texts.join('').normalize('NFC')).toBe('É');
});

test('no letter for a short paragraph, or one that does not begin with a letter', async () => {
  expect((await firstParagraph('A short one.'))[0]?.run.rise).toBe(0);
  expect((await firstParagraph(`— No,${REST}`))[0]?.run.rise).toBe(0);
});

test('markup in the first word does not lose it', async () => {
  const fragments = await firstParagraph(`*P*ilot${REST}`);
  expect(said(fragments)).toBe(`Pilot${REST}`);
});
