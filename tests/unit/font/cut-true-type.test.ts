import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cutTrueType } from '../../../src/font/cut-true-type.ts';
import { readTableDirectory, readTrueType } from '../../../src/font/read-true-type.ts';

const read = (path: string): Uint8Array => new Uint8Array(readFileSync(`fonts/${path}`));
const serif = read('source-serif/SourceSerif4-Regular.ttf');
const font = readTrueType(serif)!;
const glyphOf = (letter: string): number => font.glyphOf(letter.codePointAt(0)!);
const tablesOf = (bytes: Uint8Array): ReadonlyMap<string, DataView> => readTableDirectory(bytes)!;

/** The outline at a place, whose offsets are short. */
function outlineAt(bytes: Uint8Array, place: number): DataView {
  const [glyf, loca] = [tablesOf(bytes).get('glyf')!, tablesOf(bytes).get('loca')!];
  const from = 2 * loca.getUint16(2 * place);
  return new DataView(glyf.buffer, glyf.byteOffset + from, 2 * loca.getUint16(2 * place + 2) - from);
}

describe('a cut font', () => {
  const places = ['n', null, 'H', 'n'].map((letter) => (letter === null ? null : glyphOf(letter)));
  const cut = cutTrueType(serif, places);

  test('has the six tables of a PDF and nothing else', () => {
    expect([...tablesOf(cut).keys()]).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
    expect(tablesOf(cut).get('maxp')!.getUint16(4)).toBe(5);
    expect(tablesOf(cut).get('hhea')!.getUint16(34)).toBe(5);
  });

  test('has each glyph where it was asked for, and nothing at empty places', () => {
    const hmtx = tablesOf(cut).get('hmtx')!;
    const advances = [0, 1, 2, 3, 4].map((place) => hmtx.getUint16(4 * place));
    const [n, h] = [font.advanceOf(glyphOf('n')), font.advanceOf(glyphOf('H'))];
    expect(advances).toEqual([0, n, 0, h, n]);
    expect([0, 2].map((place) => outlineAt(cut, place).byteLength)).toEqual([0, 0]);
    expect([outlineAt(cut, 1).getInt16(2), outlineAt(cut, 1).getInt16(6)]).toEqual(font.inkOf(glyphOf('n')));
    expect([outlineAt(cut, 3).getInt16(2), outlineAt(cut, 3).getInt16(6)]).toEqual(font.inkOf(glyphOf('H')));
  });

  test('sums up as the file format wants it', () => {
    const view = new DataView(cut.buffer);
    let sum = 0;
    for (let at = 0; at < cut.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });

  test('has nothing where the font has no such glyph', () => {
    expect(outlineAt(cutTrueType(serif, [65_000]), 1).byteLength).toBe(0);
  });

  test('has no hints', () => {
    const sofia = read('sofia-sans-extra-condensed/SofiaSansExtraCondensed_800ExtraBold.ttf');
    const glyphs = Array.from('anatomy', (letter) => readTrueType(sofia)!.glyphOf(letter.codePointAt(0)!));
    const hinted = cutTrueType(sofia, glyphs);
    glyphs.forEach((_, index) => {
      const outline = outlineAt(hinted, index + 1);
      expect(outline.getUint16(10 + 2 * outline.getInt16(0))).toBe(0);
    });
  });
});

test('parts of composite glyphs come along, once, at new places', () => {
  const cut = cutTrueType(serif, [glyphOf('é'), glyphOf('è'), glyphOf('e')]);
  const partsOf = (place: number): number[] => {
    const outline = outlineAt(cut, place);
    expect(outline.getInt16(0)).toBe(-1);
    const [flags, first] = [outline.getUint16(10), outline.getUint16(12)];
    return [first, outline.getUint16(14 + ((flags & 1) === 0 ? 2 : 4) + 2)];
  };
  expect(partsOf(1)).toEqual([3, 4]);
  expect(partsOf(2)).toEqual([3, 5]);
  expect(tablesOf(cut).get('maxp')!.getUint16(4)).toBe(6);
  expect([outlineAt(cut, 3).getInt16(2), outlineAt(cut, 3).getInt16(6)]).toEqual(font.inkOf(glyphOf('e')));
});

test('a font of many outlines has long offsets', () => {
  // The short ones count pairs of bytes, up to 128 kB.
  const many = Array.from({ length: 1400 }, () => glyphOf('§'));
  const cut = tablesOf(cutTrueType(serif, many));
  expect(cut.get('head')!.getInt16(50)).toBe(1);
  expect(cut.get('loca')!.getUint32(cut.get('loca')!.byteLength - 4)).toBe(cut.get('glyf')!.byteLength);
});

test('an outline that ends too early is refused', () => {
  const broken = Uint8Array.from(serif);
  const { glyf, loca } = Object.fromEntries(tablesOf(broken)) as Record<'glyf' | 'loca', DataView>;
  const isLong = tablesOf(broken).get('head')!.getInt16(50) === 1;
  const n = glyphOf('n');
  const at = isLong ? loca.getUint32(4 * n) : 2 * loca.getUint16(2 * n);
  glyf.setInt16(at, 2000);
  expect(() => cutTrueType(broken, [n])).toThrow(RangeError);
});
