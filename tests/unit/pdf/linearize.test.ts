import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { linearizePdf } from '../../../src/pdf/linearize.ts';
import { findingsOf } from '../../tools/findings-of.ts';
import { readPdf } from '../../../src/pdf/read-pdf.ts';
import { drawSample, samplePicture } from './draw-sample.ts';
import { sampleEdition } from './sample-edition.ts';

const wasm = new Uint8Array(
  readFileSync(createRequire(import.meta.url).resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm')),
);
const plain = await drawSample(sampleEdition(), await samplePicture('jpeg'));
const arranged = await linearizePdf(plain, wasm);

test('a file arranged for the web begins with its first page, and is the same file', async () => {
  const start = Buffer.from(arranged.subarray(0, 200)).toString('latin1');
  expect(start).toMatch(/^%PDF-1\.7\n[^]*\/Linearized 1 \/L \d+/);
  expect(Number(/\/L (\d+)/.exec(start)?.[1])).toBe(arranged.length);
  expect(readPdf(arranged)).toEqual(readPdf(plain));
  expect(findingsOf(arranged)).toEqual([]);
});

test('arranged twice, it has the same bytes', async () => {
  expect(Buffer.compare(await linearizePdf(plain, wasm), arranged)).toBe(0);
});

test('what is no PDF is told', async () => {
  await expect(linearizePdf(new Uint8Array(10), wasm)).rejects.toThrow('qpdf ended with 2');
});
