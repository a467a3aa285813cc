import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { openFontBook } from '../../../src/font/open-font-book.ts';

const FILE = new URL('../../../fonts/source-sans/SourceSans3-Regular.ttf', import.meta.url);

/** Offset of a table in a TrueType file (OpenType 1.9, Table Directory). */
function tableOffset(bytes: Uint8Array, tag: string): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16) {
    if (String.fromCharCode(...bytes.subarray(at, at + 4)) === tag) return view.getUint32(at + 8);
  }
  throw new Error(`there is no table ${tag}`);
}

async function codesWith(fsType: number): Promise<readonly string[]> {
  const bytes = new Uint8Array(readFileSync(FILE));
  new DataView(bytes.buffer).setUint16(tableOffset(bytes, 'OS/2') + 8, fsType);
  const context = createCollector();
  const face = {
    path: '/fonts/quay.ttf',
    bytes,
    family: 'Quay',
    weight: 400,
    style: 'normal' as const,
    opticalSizes: null,
  };
  const book = await openFontBook([face], { wasm: null }, context);
  book.match({ families: ['Quay'], weight: 400, style: 'normal', size: 9 });
  return context.diagnostics.map(({ code }) => code);
}

test('a font that forbids embedding, or allows it as bitmaps only, is refused', async () => {
  expect(await codesWith(0x0000)).toEqual([]);
  expect(await codesWith(0x0008)).toEqual([]);
  expect(await codesWith(0x0002)).toEqual(['GA502']);
  expect(await codesWith(0x0200)).toEqual(['GA502']);
});
