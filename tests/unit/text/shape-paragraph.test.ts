import { expect, test } from 'vitest';
import type { NumericVariant } from '../../../src/style/computed-style.ts';
import { breakTo, HEBREW, openShop, realFont, saidBy, shape, shown, SQUARE } from './set-paragraph.ts';

const HEAD = realFont('sofia-sans-extra-condensed/SofiaSansExtraCondensed_800ExtraBold.ttf', 'Head');
const SERIF = realFont('source-serif/SourceSerif4SmText-Regular.ttf', 'Serif');

test('a character goes to the first font that has it', async () => {
  const shop = await openShop([SQUARE, SERIF, HEBREW]);
  const [line] = breakTo(shape(shop, 'aא€b'), 500);
  expect(line?.runs.map((run) => [run.face.family, run.texts.join('')])).toEqual([
    ['Square', 'a'],
    ['Hebrew', 'א'],
    ['Serif', '€'],
    ['Square', 'b'],
  ]);
  expect(shop.faults.diagnostics).toEqual([]);
});

test('a base and its marks stay in one font', async () => {
  const shop = await openShop([SQUARE, SERIF]);
  const [line] = breakTo(shape(shop, 'x\u0301'), 500);
  expect(line?.runs.map((run) => run.face.family)).toEqual(['Serif']);
  expect(saidBy(line!)).toBe('x\u0301');
});

test('a character no font has is GA510, once a paragraph, at its run', async () => {
  const shop = await openShop();
  shape(shop, [
    ['ab', {}],
    ['c中d中', {}],
  ]);
  expect(shop.faults.diagnostics).toEqual([
    {
      code: 'GA510',
      severity: 'error',
      message: 'no font has the character “中” (U+4E2D)',
      hint: expect.any(String) as string,
      span: { file: 'a.md', start: 7, end: 11 },
      sought: '中',
      related: [],
      trail: ['a.md'],
    },
  ]);
});

test('characters of one script are told together, signs each by itself with what helps', async () => {
  const shop = await openShop();
  shape(shop, [
    ['中文字典 \u{1f4f0} ', {}],
    ['中 \ue000 ж', {}],
  ]);
  expect(shop.faults.diagnostics.map(({ message, sought }) => [message, sought])).toEqual([
    ['no font has the characters “中” (U+4E2D), “文” (U+6587), “字” (U+5B57) and 1 more of its script', '中'],
    ['no font has the character “\u{1f4f0}” (U+1F4F0)', '\u{1f4f0}'],
    ['no font has the character “\ue000” (U+E000)', '\ue000'],
    ['no font has the character “ж” (U+0436)', 'ж'],
  ]);
  expect(shop.faults.diagnostics.map(({ hint }) => hint?.split(' ').slice(0, 3).join(' '))).toEqual([
    'Put a font',
    'Take it out',
    'Take it out:',
    'Put a font',
  ]);
});

test('fixed spaces and hyphens that a font lacks are made of its own', async () => {
  const shop = await openShop([HEAD]);
  expect(
    shop.engine.book
      .match({ families: ['Head'], weight: 800, style: 'normal', size: 10 })[0]
      ?.hasGlyph(0x202f),
  ).toBe(false);
  const text = 'dos\u202fmil a\u2009b x\u2011y';
  const [line] = breakTo(shape(shop, text, { fontFamily: ['Head'] }), 500);
  expect(shop.faults.diagnostics).toEqual([]);
  expect(saidBy(line!)).toBe(text);
  const run = line!.runs[0]!;
  expect([...run.glyphs]).not.toContain(0);
  const space = run.texts.indexOf('\u202f');
  expect(run.advances[space]).toBeGreaterThan(0);
  expect(run.advances[space]).toBeLessThan(run.advances[run.texts.indexOf(' ')]! + 1e-9);
  expect(
    shown(breakTo(shape(shop, 'dos\u202fmil', { fontFamily: ['Head'], textAlign: 'justify' }), 24))[0],
  ).not.toBe('dos');
});

test('the opening dash of Spanish is not parted from its word', async () => {
  const shop = await openShop();
  const lines = breakTo(shape(shop, 'aaa —bbb ccc— ddd', { language: 'es' }), 55);
  expect(shown(lines)).toEqual(['aaa', '—bbb', 'ccc—', 'ddd']);
  const narrow = breakTo(shape(shop, 'aa —bb', { language: 'es', textAlign: 'justify' }), 45);
  expect(shown(narrow)).toEqual(['aa', '—bb']);
});

test('a language without patterns is GA512, once for all its paragraphs', async () => {
  const shop = await openShop();
  shape(shop, 'unu du tri', { hyphens: 'auto', language: 'eo' });
  shape(shop, 'kvar kvin', { hyphens: 'auto', language: 'eo' });
  shape(shop, 'ses sep', { hyphens: 'manual', language: 'tlh' });
  expect(shop.faults.diagnostics.map(({ code, message, severity }) => [code, message, severity])).toEqual([
    ['GA512', 'there are no hyphenation patterns for “eo”', 'warning'],
  ]);
});

test('a language without patterns is divided where exceptions say', async () => {
  const shop = await openShop([SQUARE, HEBREW], ['kvin-ta-go']);
  const lines = breakTo(shape(shop, 'aa kvintago', { hyphens: 'auto', language: 'eo' }), 85);
  expect(shown(lines)).toEqual(['aa kvin-', 'tago']);
  expect(shop.faults.diagnostics.map(({ code }) => code)).toEqual(['GA512']);
});

test('no line ends inside text that may not wrap', async () => {
  const shop = await openShop();
  const parts = [
    ['aa ', {}],
    ['bb cc', { whiteSpace: 'nowrap' }],
    [' dd', {}],
  ] as const;
  const lines = breakTo(shape(shop, parts), 60);
  expect(lines.map((line) => line.runs.flatMap((run) => run.texts).join(''))).toEqual([
    'aa ',
    'bb cc ',
    'dd',
  ]);
});

test('small capitals come from the font, or are capitals scaled', async () => {
  const shop = await openShop([SQUARE, SERIF]);
  const [made] = breakTo(shape(shop, 'Ab1', { fontVariantCaps: 'small-caps' }), 500);
  expect(made?.runs.map((run) => [run.texts.join(''), Number(run.fontSize.toFixed(6))])).toEqual([
    ['A', 10],
    ['b', 7.8],
    ['1', 10],
  ]);
  const [plain] = breakTo(shape(shop, 'B', {}), 500);
  expect(made?.runs[1]?.glyphs).toEqual(plain?.runs[0]?.glyphs);
  const [own] = breakTo(shape(shop, 'Ab', { fontVariantCaps: 'small-caps', fontFamily: ['Serif'] }), 500);
  const [small] = breakTo(shape(shop, 'Ab', { fontFamily: ['Serif'] }), 500);
  expect(own?.runs).toHaveLength(1);
  expect(own?.runs[0]?.glyphs[1]).not.toBe(small?.runs[0]?.glyphs[1]);
});

test('words of font-variant-numeric choose figures of the font, alone and together', async () => {
  const shop = await openShop([SERIF]);
  const set = (text: string, ...fontVariantNumeric: NumericVariant[]) => {
    const [line] = breakTo(shape(shop, text, { fontFamily: ['Serif'], fontVariantNumeric }), 500);
    const run = line?.runs[0];
    return { glyphs: [...(run?.glyphs ?? [])], width: line?.width ?? 0 };
  };
  const plain = set('0179');
  const others = [
    set('0179', 'oldstyle-nums'),
    set('0179', 'oldstyle-nums', 'proportional-nums'),
    set('0179', 'proportional-nums'),
    set('0179', 'slashed-zero'),
  ];
  const looks = [plain, ...others].map(({ glyphs }) => glyphs.join());
  expect(new Set(looks).size).toBe(looks.length);
  expect(set('0179', 'lining-nums', 'tabular-nums').glyphs).toEqual(plain.glyphs);
  // Tabular figures are of one width, proportional ones are not.
  const widths = (...words: NumericVariant[]) => ['1111', '0000'].map((text) => set(text, ...words).width);
  expect(new Set(widths('oldstyle-nums', 'tabular-nums')).size).toBe(1);
  expect(new Set(widths('oldstyle-nums', 'proportional-nums')).size).toBe(2);
  expect(set('1/2', 'diagonal-fractions').width).toBeLessThan(set('1/2').width);
  expect(set('1a', 'ordinal').glyphs[1]).not.toBe(set('1a').glyphs[1]);
});

test('no character is lost where fonts, levels and cases change', async () => {
  const shop = await openShop([SQUARE, HEBREW, SERIF]);
  const text = 'Aß אב\u200d1 ñandú €5 “x”\u2060— \u200bİı';
  for (const textTransform of ['none', 'uppercase', 'lowercase', 'capitalize'] as const) {
    const lines = breakTo(shape(shop, text, { textTransform }), 60);
    const said = lines.map((line) => saidBy(line)).join('');
    const withLook = (value: string): string => value.replace(/[\u2060\u200b\u200d]/g, '');
    expect(withLook(said), textTransform).toBe(withLook(text));
  }
});
