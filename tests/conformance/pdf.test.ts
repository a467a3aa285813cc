import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, inject, test } from 'vitest';
import { ghostscript, inkCoverage } from './ghostscript.ts';
import { judgeTest } from './judge.ts';
import { mupdf } from './mupdf.ts';
import { poppler } from './poppler.ts';
import { qpdf } from './qpdf.ts';
import { veraPdfOfClaims } from './verapdf.ts';

const { faults, pdfs } = inject('editions');

/** The sheets of a press have no tags; all other files do. */
const tagged = pdfs.filter((file) => !file.endsWith('-booklet.pdf'));

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
  expect(tagged).not.toEqual([]);
  expect(await poppler.faultsOf(tagged)).toEqual([]);
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

test('a number of 16 pages takes 25 kB a page at most', () => {
  const file = pdfs.find((name) => name.endsWith('/limani-0001-2026-01-05-el.pdf')) ?? '';
  expect(statSync(file).size).toBeLessThanOrEqual(16 * 25_000);
});
