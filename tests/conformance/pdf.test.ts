import { expect, inject, test } from 'vitest';
import { judgeTest } from './judge.ts';
import { mupdf } from './mupdf.ts';
import { poppler } from './poppler.ts';
import { qpdf } from './qpdf.ts';
import { veraPdf } from './verapdf.ts';

const { faults, pdfs } = inject('editions');

test('every issue is built, with a PDF for each language', () => {
  expect(faults).toEqual([]);
  expect(pdfs.length).toBeGreaterThanOrEqual(3);
});

for (const judge of [veraPdf('2a'), veraPdf('ua1'), qpdf, poppler, mupdf]) {
  judgeTest('finds no fault in any PDF', judge, async () => {
    expect(pdfs).not.toEqual([]);
    expect(await judge.faultsOf(pdfs)).toEqual([]);
  });
}
