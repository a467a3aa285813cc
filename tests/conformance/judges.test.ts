import { drawPlainPdf, generateEpub } from './faulty-files.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { ace } from './ace.ts';
import { epubCheckQuick } from './epubcheck-quick.ts';
import { epubCheck } from './epubcheck.ts';
import { ghostscript } from './ghostscript.ts';
import { judgeTest } from './judge.ts';
import { mupdf } from './mupdf.ts';
import { poppler } from './poppler.ts';
import { qpdf } from './qpdf.ts';
import { veraPdf, veraPdfOfClaims } from './verapdf.ts';

// A judge that lets everything through judges nothing: each is shown a file with a known fault.

const folder = mkdtempSync(join(tmpdir(), 'galley-faulty-'));
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  const plain = await drawPlainPdf();
  writeFileSync(file('plain.pdf'), plain);
  writeFileSync(file('cut.pdf'), plain.subarray(0, plain.length / 2));
  writeFileSync(file('bare.epub'), await generateEpub());
});

afterAll(() => rmSync(folder, { recursive: true }));

for (const flavour of ['2a', 'ua1'] as const) {
  judgeTest('an untagged file fails', veraPdf(flavour), async () => {
    const faults = await veraPdf(flavour).faultsOf([file('plain.pdf')]);
    expect(faults.join('\n')).toMatch(/StructTreeRoot|MarkInfo|Marked/);
  });
}

judgeTest('half a file fails, a whole one passes', qpdf, async () => {
  expect(await qpdf.faultsOf([file('plain.pdf')])).toEqual([]);
  expect((await qpdf.faultsOf([file('cut.pdf')])).length).toBe(1);
});

judgeTest('half a file fails, a whole one passes', mupdf, async () => {
  expect(await mupdf.faultsOf([file('plain.pdf')])).toEqual([]);
  expect((await mupdf.faultsOf([file('cut.pdf')])).length).toBe(1);
});

judgeTest('half a file fails, a whole one passes', ghostscript, async () => {
  expect(await ghostscript.faultsOf([file('plain.pdf')])).toEqual([]);
  expect((await ghostscript.faultsOf([file('cut.pdf')])).length).toBe(1);
});

judgeTest('a file that claims nothing fails', veraPdfOfClaims, async () => {
  expect((await veraPdfOfClaims.faultsOf([file('plain.pdf')])).length).toBeGreaterThan(0);
});

judgeTest('a font that is not embedded and a missing structure are told', poppler, async () => {
  const faults = await poppler.faultsOf([file('plain.pdf')]);
  expect(faults.join('\n')).toMatch(/not tagged[^]*not embedded or not mapped: Helvetica/);
  expect((await poppler.faultsOf([file('cut.pdf')])).length).toBeGreaterThan(0);
});

for (const judge of [epubCheck, epubCheckQuick]) {
  judgeTest('an empty description is told', judge, async () => {
    expect((await judge.faultsOf([file('bare.epub')])).join('\n')).toMatch(/RSC-005[^]*description/);
  });
}

judgeTest('missing facts on access are told', ace, async () => {
  expect((await ace.faultsOf([file('bare.epub')])).join('\n')).toContain('metadata-accessibilityfeature');
});
