import { expect, test } from 'vitest';
import { readPdf } from '../../../../src/pdf/read-pdf.ts';
import { findingsOf } from '../../../tools/findings-of.ts';
import { checkLinearization } from '../../../tools/qpdf-wasm.ts';
import { drawSample, samplePicture } from '../draw-sample.ts';
import { repeated } from '../repeated-edition.ts';
import { sampleEdition } from '../sample-edition.ts';

/** Exit codes of qpdf. */
const NO_WARNING = 0;
const WARNINGS = 3;

const picture = await samplePicture('jpeg');
const arranged = await drawSample(sampleEdition(), picture);
const text = Buffer.from(arranged).toString('latin1');

/** Numbers behind a key of the first dictionary. */
const measure = (key: string): readonly number[] =>
  (new RegExp(`/${key}[ [](\\d[\\d ]*)`).exec(text)?.[1] ?? '').trim().split(' ').map(Number);

test('a file for the screen begins with its first page, and says what the others say', async () => {
  expect(text.slice(0, 200)).toMatch(/^%PDF-1\.7\n[^]*\/Linearized 1\/L \d+/);
  expect(readPdf(arranged)).toEqual(
    readPdf(await drawSample(sampleEdition(), picture, { profile: 'archive' })),
  );
  expect(findingsOf(arranged)).toEqual([]);
});

test.each([
  ['two pages', arranged],
  ['forty pages', await drawSample(repeated(20), picture)],
])('qpdf finds every hint and every number of %s in its place', async (_, file) => {
  expect(await checkLinearization(file)).toBe(NO_WARNING);
  // The judge can refuse: another end of the first page.
  const spoilt = Buffer.from(file);
  const end = spoilt.indexOf('/E ') + '/E '.length;
  spoilt[end] = (spoilt[end] ?? 0) ^ 1;
  expect(await checkLinearization(spoilt)).toBe(WARNINGS);
});

test('the measures lead to the length, the hints, page 1, the second half and the main table', () => {
  expect(measure('L')).toEqual([arranged.length]);
  const [hints = 0, length = 0] = measure('H');
  expect(text.slice(hints)).toMatch(/^\d+ 0 obj\n<<\/S \d+/);
  const [page = 0] = measure('O');
  expect(text.slice(hints + length).startsWith(`${page} 0 obj\n<</Type/Page/`)).toBe(true);
  expect(text.slice(measure('E')[0])).toMatch(/^1 0 obj\n/);
  expect(text.slice((measure('T')[0] ?? 0) + 1)).toMatch(/^\d+ 0 obj\n<<\/Type\/XRef\//);
});

test('drawn twice, it has the same bytes', async () => {
  expect(Buffer.compare(await drawSample(sampleEdition(), picture), arranged)).toBe(0);
});
