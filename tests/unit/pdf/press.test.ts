import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { pt } from '../../../src/core/units.ts';
import type { PrintPlan } from '../../../src/edition/print-plan.ts';
import type { RawImage } from '../../../src/image/image-asset.ts';
import { bleedRect, coverRect } from '../../../src/pdf/bleed.ts';
import { drawSheets } from '../../../src/pdf/draw-sheets.ts';
import { openPdf } from '../../../src/pdf/open-pdf.ts';
import type { Press } from '../../../src/pdf/press.ts';
import { usualPrint } from '../../tools/usual-print.ts';
import { drawSample } from './draw-sample.ts';
import { rect, sampleEdition, sampleRecord } from './sample-edition.ts';

const picture: RawImage = {
  key: 'inks',
  format: 'raw',
  width: 2,
  height: 1,
  inks: 4,
  bytes: Uint8Array.of(0, 0, 0, 255, 10, 200, 180, 20),
  alpha: null,
};

function pressOf(changes: Partial<PrintPlan>): Press {
  return {
    plan: { ...usualPrint.print, ...changes },
    profile: { bytes: new Uint8Array(128), description: 'Test press', registered: null },
    inkOf: ({ red, green, blue }) =>
      red === green && green === blue
        ? { cyan: 0, magenta: 0, yellow: 0, black: 1 - red }
        : { cyan: 0, magenta: 0.9, yellow: 0.8, black: 0.1 },
  };
}

let printed: Uint8Array = new Uint8Array();

beforeAll(async () => {
  const press = pressOf({ bleed: pt(9), marks: true });
  printed = await drawSample(sampleEdition(), picture, { profile: 'print', press });
});

const operatorsOf = async (bytes: Uint8Array): Promise<readonly string[]> =>
  openPdf(bytes).pages.flatMap((page) => page.operations.map(({ operator }) => operator));

test('text and rules are set in inks, never in colours of the screen', async () => {
  const operators = new Set(await operatorsOf(printed));
  expect(operators.has('k')).toBe(true);
  for (const foreign of ['g', 'G', 'rg', 'RG']) expect(operators.has(foreign)).toBe(false);
});

test('black is printed over what lies below, other colours and pictures are not', async () => {
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  const states = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const isState = object instanceof PDFDict && object.get(PDFName.of('Type'))?.toString() === '/ExtGState';
    return isState ? [object.toString().replace(/\s+/g, ' ')] : [];
  });
  expect(states).toHaveLength(2);
  expect(states.join('\n')).toMatch(/\/op true[^]*\/OPM 1[^]*\/op false[^]*\/OPM 0/);
  const content = await pageContent(printed, 0);
  // Switched on before the first black, off before the coloured head and before the picture.
  const order = [...content.matchAll(/\/(OpOn|OpOff) gs|(0 0 0 1|0 0\.9 0\.8 0\.1) k|\/(Im1) Do/g)].map(
    (found) => found[1] ?? found[2] ?? found[3],
  );
  let isOn = false;
  let checked = 0;
  for (const step of order) {
    if (step === 'OpOn' || step === 'OpOff') isOn = step === 'OpOn';
    else {
      expect(isOn, step).toBe(step === '0 0 0 1');
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThanOrEqual(3);
});

async function pageContent(bytes: Uint8Array, index: number): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const contents = document.context.lookup(document.getPages()[index]?.node.get(PDFName.of('Contents')));
  if (!(contents instanceof PDFRawStream)) throw new Error('the page has no content');
  const { inflate } = await import('pako');
  return Buffer.from(inflate(contents.contents)).toString('latin1');
}

test('a page lies with bleed and marks in its sheet, without links and object streams', async () => {
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  const page = document.getPages()[0]?.node;
  const boxOf = (key: string): readonly number[] =>
    (document.context.lookup(page?.get(PDFName.of(key))) as PDFArray)
      .asArray()
      .map((side) => (side as PDFNumber).asNumber());
  const [media, bleed, trim] = ['MediaBox', 'BleedBox', 'TrimBox'].map(boxOf);
  expect((trim?.[2] ?? 0) - (trim?.[0] ?? 0)).toBeCloseTo(300, 2);
  expect((trim?.[0] ?? 0) - (bleed?.[0] ?? 0)).toBeCloseTo(9, 2);
  expect(bleed?.[0]).toBeGreaterThan(media?.[0] ?? 0);
  expect(media?.[3]).toBeGreaterThan(bleed?.[3] ?? 0);
  const text = Buffer.from(printed).toString('latin1');
  expect(text.startsWith('%PDF-1.6')).toBe(true);
  expect(text).not.toMatch(/\/Annots|\/ObjStm|\/Outlines|\/URI/);
  expect(text).toMatch(/\/GTS_PDFX\b/);
  expect(text).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
});

test('what touches the trim runs over it, what does not stays as it is', () => {
  const page = { width: pt(100), height: pt(200) };
  const inside = rect(10, 10, 20, 20);
  expect(bleedRect(inside, page, 9)).toBe(inside);
  expect(bleedRect(rect(0, 0, 100, 20), page, 9)).toEqual(rect(-9, -9, 118, 29));
  expect(bleedRect(rect(0, 0, 100, 20), page, 0)).toEqual(rect(0, 0, 100, 20));
  // A picture keeps its shape: it is enlarged until the window is full.
  expect(coverRect(rect(0, 0, 100, 50), rect(-9, 0, 118, 50))).toEqual(rect(-9, -4.5, 118, 59));
});

async function drawn(imposition: 'booklet' | '2up', creep: number): Promise<Uint8Array> {
  const edition = sampleEdition();
  const [first] = edition.pages;
  if (first === undefined) throw new Error('the sample has no page');
  const blank = { ...first, fragments: [], beads: [] };
  const pages = [
    ...edition.pages,
    ...Array.from({ length: 6 }, (_, index) => ({ ...blank, index: index + 2 })),
  ];
  const { bytes } = await drawSheets(
    { ...edition, pages },
    {
      record: sampleRecord,
      images: Promise.resolve(() => picture),
      direction: 'ltr',
      press: pressOf({ bleed: pt(9), creep: pt(creep) }),
      imposition,
      slugOf: () => null,
    },
  );
  return bytes;
}

test('sheets place each page once, moved to the fold by the sheets round it', async () => {
  const bytes = await drawn('booklet', 0.5);
  const places: (readonly [string, number])[] = [];
  for (const side of [0, 1, 2, 3]) {
    const content = await pageContent(bytes, side);
    for (const [, x, page] of content.matchAll(/1 0 0 1 ([\d.]+) [\d.]+ cm \/(P\d+) Do/g))
      places.push([page ?? '', Number(x)]);
  }
  // The corner of the trim is 9 points in; a half is 300 wide; the second sheet lies inside one other.
  expect(places).toEqual([
    ['P8', 9],
    ['P1', 309],
    ['P2', 9],
    ['P7', 309],
    ['P6', 9.5],
    ['P3', 308.5],
    ['P4', 9.5],
    ['P5', 308.5],
  ]);
});

test('pages on sheets are forms without marks of their own; two up is half as many sides', async () => {
  const bytes = await drawn('2up', 0);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(document.getPageCount()).toBe(4);
  const forms = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const isForm =
      object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype'))?.toString() === '/Form';
    return isForm ? [object] : [];
  });
  expect(forms).toHaveLength(8);
  const { inflate } = await import('pako');
  const contents = forms.map((form) => Buffer.from(inflate(form.contents)).toString('latin1'));
  expect(contents[0]).toContain('TJ');
  for (const content of contents) expect(content).not.toMatch(/BDC|EMC|MCID/);
});
