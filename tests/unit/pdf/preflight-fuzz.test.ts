import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  type PDFObject,
} from 'pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { preflightPdf } from '../../../src/pdf/preflight/preflight.ts';
import { drawSample, samplePicture } from './draw-sample.ts';
import { sampleEdition } from './sample-edition.ts';

// Files that chance has spoiled: preflight says what it finds, or that it cannot read them. It never throws.

/** Numbers from 0 to below 1, the same on every run (a multiply-with-carry generator). */
function createChance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state & 0xffff, 36_969) + (state >>> 16)) >>> 0;
    return Math.floor(((state & 0xffffff) / 0x1000000) * below);
  };
}

/** The sample packed as a screen file is, and with every object in the open. */
const files: Uint8Array[] = [];

beforeAll(async () => {
  const drawn = await drawSample(sampleEdition(), await samplePicture('alpha'));
  const document = await PDFDocument.load(drawn, { updateMetadata: false });
  files.push(drawn, await document.save({ useObjectStreams: false, updateFieldAppearances: false }));
});

function check(bytes: Uint8Array, what: string): void {
  let report: ReturnType<typeof preflightPdf> | null = null;
  try {
    report = preflightPdf(bytes);
  } catch (cause) {
    throw new Error(`preflight threw for ${what}`, { cause });
  }
  expect(['checked', 'refused']).toContain(report.kind);
}

const WORDS = [
  'obj',
  'endobj',
  'stream',
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
  '/',
  '%',
  '\0',
  '99999999999',
  ' R',
  'q ',
  'BDC',
];

test('bytes changed at random', () => {
  const chance = createChance(20_260_501);
  for (let run = 0; run < 80; run += 1) {
    const bytes = Buffer.from(files[run % 2] ?? []);
    const changes = 1 + chance(12);
    for (let step = 0; step < changes; step += 1) {
      const at = chance(bytes.length);
      if (chance(3) === 0) bytes.write(WORDS[chance(WORDS.length)] ?? '', at, 'latin1');
      else bytes[at] = chance(256);
    }
    check(bytes, `run ${run}`);
  }
});

test('files cut off at random, at either end', () => {
  const chance = createChance(7);
  for (let run = 0; run < 40; run += 1) {
    const bytes = files[run % 2] ?? new Uint8Array();
    const at = chance(bytes.length);
    check(chance(4) === 0 ? bytes.subarray(at) : bytes.subarray(0, at), `run ${run}, cut at ${at}`);
  }
});

test('entries of dictionaries and arrays changed at random', async () => {
  const chance = createChance(42);
  for (let run = 0; run < 80; run += 1) {
    const document = await PDFDocument.load(files[0] ?? new Uint8Array(), { updateMetadata: false });
    const { context } = document;
    const objects = context.enumerateIndirectObjects();
    const anyObject = (): PDFObject => objects[chance(objects.length)]?.[0] ?? PDFNumber.of(0);
    const anyValue = (): PDFObject => {
      const values = [
        PDFNumber.of(-1),
        PDFNumber.of(1e9),
        PDFName.of('Odd'),
        PDFString.of('odd'),
        context.obj([]),
        context.obj({}),
        anyObject(),
      ];
      return values[chance(values.length)] ?? PDFNumber.of(0);
    };
    const changes = 1 + chance(4);
    for (let step = 0; step < changes; step += 1) {
      const object = objects[chance(objects.length)]?.[1];
      const holder = object instanceof PDFRawStream ? object.dict : object;
      if (holder instanceof PDFArray && holder.size() > 0) holder.set(chance(holder.size()), anyValue());
      if (!(holder instanceof PDFDict)) continue;
      const keys = holder.keys();
      const key = keys[chance(keys.length)] ?? PDFName.of('Odd');
      if (chance(3) === 0) holder.delete(key);
      else holder.set(key, anyValue());
    }
    check(await document.save({ addDefaultPage: false, updateFieldAppearances: false }), `run ${run}`);
  }
});

test.each([
  ['arrays in arrays', '%PDF-1.7\n1 0 obj\n' + '['.repeat(100_000)],
  ['dictionaries in dictionaries', '%PDF-1.7\n1 0 obj\n' + '<</A'.repeat(100_000)],
  ['strings without an end', '%PDF-1.7\n' + '1 0 obj\n(open\n'.repeat(20_000)],
  ['names of objects and nothing else', '%PDF-1.7\n' + '1 0 obj '.repeat(50_000)],
  ['digits', '%PDF-1.7\n' + '1'.repeat(400_000)],
  ['trailers', '%PDF-1.7\n' + 'trailer <</Root '.repeat(20_000)],
  [
    'a pages tree that is a ring',
    '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R 2 0 R]>>\nendobj\ntrailer<</Root 1 0 R>>',
  ],
  ['Prev that is a ring', '%PDF-1.7\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF'],
])('%s', (name, text) => {
  check(Buffer.from(text, 'latin1'), name);
});
