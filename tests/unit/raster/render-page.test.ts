import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFDocument, rgb, StandardFonts } from 'pdf-lib';
import { expect, test } from 'vitest';
import { renderPage } from '../../../src/raster/render-page.ts';

/** Two pages of 200 × 100 points: a black word on white; the second is red all over. */
async function makePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  pdf.addPage([200, 100]).drawText('galley', { x: 20, y: 40, size: 40, font });
  pdf.addPage([200, 100]).drawRectangle({ x: 0, y: 0, width: 200, height: 100, color: rgb(1, 0, 0) });
  return pdf.save();
}

test('a page is drawn at the width wanted, in greys without fringes of colour, on opaque white', async () => {
  const { width, height, rgba } = await renderPage(await makePdf(), 0, { width: 300, wasm: null });
  expect([width, height, rgba.length]).toEqual([300, 150, 300 * 150 * 4]);
  let dark = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    const [red, green, blue, alpha] = rgba.subarray(at, at + 4);
    if (red !== green || green !== blue || alpha !== 255)
      throw new Error(`pixel ${at / 4} is no opaque grey`);
    if ((red ?? 255) < 128) dark += 1;
  }
  expect([...rgba.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
  expect(dark).toBeGreaterThan(500);
});

test('pixels are red, green, blue, alpha, of the page asked for', async () => {
  const { rgba } = await renderPage(await makePdf(), 1, { width: 10, wasm: null });
  expect([...rgba.subarray(0, 4)]).toEqual([255, 0, 0, 255]);
});

test('the same bytes give the same pixels, with the engine given as bytes too', async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));
  const pdf = await makePdf();
  const own = await renderPage(pdf, 0, { width: 120, wasm: null });
  const given = await renderPage(pdf, 0, { width: 120, wasm });
  expect(Buffer.compare(own.rgba, given.rgba)).toBe(0);
});

test('bytes that are no PDF are refused', async () => {
  await expect(renderPage(new Uint8Array([1, 2, 3]), 0, { width: 10, wasm: null })).rejects.toThrow();
});

test('a page that is not there is refused', async () => {
  await expect(renderPage(await makePdf(), 7, { width: 10, wasm: null })).rejects.toThrow();
});
