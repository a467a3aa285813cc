import { expect, test } from 'vitest';
import { createCidMap, createTextCodes } from '../../../src/pdf/cid-map.ts';

test('a code says the same in every face', () => {
  const codes = createTextCodes();
  const [roman, italic] = [createCidMap('Roman', codes), createCidMap('Italic', codes)];
  expect([roman.codeOf(7, 'a'), roman.codeOf(9, 'b'), roman.codeOf(7, 'a')]).toEqual([1, 2, 1]);
  expect([italic.codeOf(4, 'b'), italic.codeOf(5, 'c')]).toEqual([2, 3]);
  expect(codes.texts).toEqual(['a', 'b', 'c']);
  expect([roman.glyphs, italic.glyphs]).toEqual([
    [7, 9],
    [null, 4, 5],
  ]);
});

test('one glyph with two texts has two codes, as have two glyphs with one text', () => {
  const codes = createTextCodes();
  const [roman, italic] = [createCidMap('Roman', codes), createCidMap('Italic', codes)];
  expect([roman.codeOf(3, '-'), roman.codeOf(3, '\u00ad')]).toEqual([1, 2]);
  expect([roman.codeOf(8, 'a'), roman.codeOf(80, 'a')]).toEqual([3, 4]);
  expect([italic.codeOf(80, 'a'), italic.codeOf(8, 'a')]).toEqual([3, 4]);
  expect(codes.texts).toEqual(['-', '\u00ad', 'a', 'a']);
});

test('.notdef and a glyph without a text are our faults', () => {
  const map = createCidMap('Roman', createTextCodes());
  expect(() => map.codeOf(0, 'a')).toThrow('.notdef of Roman');
  expect(() => map.codeOf(5, '')).toThrow('without a text');
});
