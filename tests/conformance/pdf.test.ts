import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { expect, inject, test } from 'vitest';
import { ghostscript, inkCoverage } from './ghostscript.ts';
import { PAGE_BUDGET } from '../../src/pdf/pdf-sizes.ts';
import { judgeTest } from './judge.ts';
import { mupdf } from './mupdf.ts';
import { poppler } from './poppler.ts';
import { qpdf } from './qpdf.ts';
import { veraPdfOfClaims } from './verapdf.ts';

const { faults, pdfs } = inject('editions');

/** The sheets of a press have no tags; all other files do. */
const tagged = pdfs.filter((file) => !file.endsWith('-booklet.pdf'));

/** poppler takes ten seconds to tell the text of 64 pages by their tags: it is asked for one file of that number. */
const readByTags = tagged.filter((file) => !/harbour-.*-(?:archive|next)\.pdf$/.test(file));

test('every issue is built, with a PDF for each language', () => {
  expect(faults).toEqual([]);
  expect(pdfs.length).toBeGreaterThanOrEqual(16);
});

for (const judge of [veraPdfOfClaims, qpdf, mupdf, ghostscript]) {
  judgeTest('finds no fault in any PDF', judge, async () => {
    expect(pdfs).not.toEqual([]);
    expect(await judge.faultsOf(pdfs)).toEqual([]);
  });
}

judgeTest('finds no fault in any PDF with tags', poppler, async () => {
  expect(readByTags).not.toEqual([]);
  expect(await poppler.faultsOf(readByTags)).toEqual([]);
});

/** What a file claims, by the end of its name; the last that fits counts. */
const CLAIMS: readonly (readonly [string, readonly string[]])[] = [
  ['.pdf', ['PDF/A-2A', 'PDF/UA-1']],
  ['-archive.pdf', ['PDF/A-3A', 'PDF/UA-1']],
  ['-print.pdf', ['PDF/A-2A']],
  ['-booklet.pdf', ['PDF/A-2U']],
  ['-next.pdf', ['PDF/A-4', 'PDF/UA-2']],
];

judgeTest('judges each file by what its profile claims', veraPdfOfClaims, () => {
  const claims = veraPdfOfClaims.claimsOf(pdfs);
  for (const file of pdfs) {
    const expected = CLAIMS.findLast(([ending]) => file.endsWith(ending))?.[1];
    const short = (name: string): string => name.replace(/^(PDF\/\S+).*$/, '$1');
    expect([basename(file), (claims.get(file) ?? []).map(short)]).toEqual([basename(file), expected]);
  }
});

judgeTest('a paper without colour is printed in black ink alone', ghostscript, () => {
  const printed = pdfs.filter((file) => /rw-0898.*-print\.pdf$/.test(file));
  expect(printed.length).toBe(2);
  for (const file of printed) {
    for (const [cyan, magenta, yellow, black = 0] of inkCoverage(file)) {
      expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
      expect(black).toBeGreaterThan(0.05);
    }
  }
});

/** Pages and bytes of a file, its pictures left out. */
async function withoutPictures(
  file: string,
): Promise<{ readonly file: string; readonly pages: number; readonly bytes: number }> {
  const document = await PDFDocument.load(readFileSync(file), { updateMetadata: false });
  const pictures = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFRawStream)
    .filter(({ dict }) => dict.get(PDFName.of('Subtype')) === PDFName.of('Image'));
  const bytes = pictures.reduce((sum, { contents }) => sum - contents.length, statSync(file).size);
  return { file: basename(file), pages: document.getPageCount(), bytes };
}

test('a number of 64 pages and one of 16 in Greek are among them, by three profiles each', async () => {
  for (const [name, count] of [
    ['limani-0001-2026-01-05-el', 16],
    ['harbour-0001-2026-01-05-en', 64],
  ] as const) {
    for (const ending of ['', '-archive', '-next']) {
      const file = pdfs.find((path) => basename(path) === `${name}${ending}.pdf`) ?? '';
      const document = await PDFDocument.load(readFileSync(file), { updateMetadata: false });
      expect([file, document.getPageCount()]).toEqual([file, count]);
    }
  }
});

test('a file for the screen takes its pictures and 25 kB a page at most, also one of a single page', async () => {
  const screen = pdfs.filter((file) => !/-(?:archive|print|booklet|next)\.pdf$/.test(file));
  expect(screen.filter((file) => /rw-0898/.test(file)).length).toBe(2);
  const sizes = await Promise.all(screen.map(withoutPictures));
  expect(sizes.filter(({ pages }) => pages > 2).length).toBeGreaterThanOrEqual(4);
  expect(sizes.filter(({ pages }) => pages === 1)).not.toEqual([]);
  for (const { file, pages, bytes } of sizes)
    expect([file, bytes <= pages * PAGE_BUDGET]).toEqual([file, true]);
});
