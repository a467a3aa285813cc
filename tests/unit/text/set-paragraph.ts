import { readFileSync } from 'node:fs';
import { em, pt } from '../../../src/core/units.ts';
import { createCollector, type Collector } from '../../../src/diagnostics/context.ts';
import type { FontFile } from '../../../src/font/font-file.ts';
import { openFontBook } from '../../../src/font/open-font-book.ts';
import type { ComputedStyle } from '../../../src/style/computed-style.ts';
import type { InlineRun } from '../../../src/style/inline-run.ts';
import { breakLines } from '../../../src/text/break-lines.ts';
import type { Line, LineMeasure } from '../../../src/text/line.ts';
import { shapeParagraph } from '../../../src/text/shape-paragraph.ts';
import type { ShapedParagraph } from '../../../src/text/shaped-paragraph.ts';
import { openTextEngine, type TextEngine } from '../../../src/text/text-engine.ts';
import { squareFont } from '../../fixtures/square-font.ts';

const LATIN = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)).join('');
const MORE = '\u00a0áéíóúñÑßçœÉΆΑάαİıïüÜ«»¿¡–—‘’“”…\u2010';

/** Letters without ink bearing, 1 em wide; the hyphens half an em. */
export const SQUARE: FontFile = fontFile('Square', {
  characters: LATIN + MORE,
  advances: { '-': 500, '\u2010': 500 },
});

/** Hebrew only. */
export const HEBREW: FontFile = fontFile('Hebrew', { characters: 'אבגדהוזחטיכלמנסעפצקרשת' });

function fontFile(family: string, options: Parameters<typeof squareFont>[0]): FontFile {
  const bytes = squareFont({ ...options, name: family });
  return { path: `/fonts/${family}.ttf`, bytes, family, weight: 400, style: 'normal', opticalSizes: null };
}

/** A font of the fonts folder: letters of different widths, kerning, ligatures. */
export function realFont(path: string, family: string): FontFile {
  const bytes = new Uint8Array(readFileSync(new URL(`../../../fonts/${path}`, import.meta.url)));
  return { path: `/fonts/${path}`, bytes, family, weight: 400, style: 'normal', opticalSizes: null };
}

/** An engine over some fonts, and the collector their faults go to. */
export type Shop = { readonly engine: TextEngine; readonly faults: Collector };

/** Opens an engine; without fonts named, over {@link SQUARE} and {@link HEBREW}. */
export async function openShop(
  fonts: readonly FontFile[] = [SQUARE, HEBREW],
  exceptions: readonly string[] = [],
): Promise<Shop> {
  const faults = createCollector();
  const book = await openFontBook(fonts, { wasm: null }, faults);
  const languages = new Map([
    ['en', null],
    ['es', null],
  ]);
  return { engine: await openTextEngine({ book, languages, exceptions }), faults };
}

/** What a test changes of the style: 10 pt, ragged right, no hyphens, spaces that give. */
export type StyleChange = Partial<ComputedStyle>;

/** A style for text in the square font. */
export function styleOf(change: StyleChange): ComputedStyle {
  const style = {
    fontFamily: ['Square'],
    fontSize: pt(10),
    fontWeight: 400,
    fontStyle: 'normal',
    fontVariantCaps: 'normal',
    fontVariantNumeric: [],
    fontFeatures: [],
    lineHeight: pt(12),
    textAlign: 'start',
    textAlignLast: 'auto',
    textIndent: pt(0),
    letterSpacing: pt(0),
    wordSpacing: pt(0),
    textTransform: 'none',
    baselineShift: pt(0),
    whiteSpace: 'normal',
    hyphens: 'none',
    hyphenateLimitChars: [5, 2, 2],
    hyphenateLimitLines: 2,
    textWrap: 'wrap',
    hangingPunctuation: 'none',
    edWordSpace: [0.75, 1, 1.5],
    edGlyphScale: [1, 1],
    edTracking: [em(0), em(0)],
    direction: 'ltr',
    ...change,
  };
  return style as unknown as ComputedStyle; // text reads none of the properties that are left out
}

/** Shapes one run, or several with styles of their own. */
export function shape(
  shop: Shop,
  text: string | readonly (readonly [string, StyleChange])[],
  change: StyleChange & { readonly language?: string } = {},
): ShapedParagraph {
  const { language = 'en', ...rest } = change;
  const style = styleOf(rest);
  const parts = typeof text === 'string' ? [[text, {}] as const] : text;
  const runs = parts.map(([part, own]): InlineRun => {
    const at = { file: 'a.md', start: 7, end: 7 + part.length };
    return { text: part, style: styleOf({ ...rest, ...own }), language, source: null, element: null, at };
  });
  const input = { runs, style, language, direction: style.direction, trail: ['a.md'] };
  return shapeParagraph(input, shop.engine, shop.faults);
}

/** One measure for all lines, and the first line's indent. */
export function measureOf(width: number, indent = 0): (line: number) => LineMeasure {
  return (line) => ({ indent: pt(line === 0 ? indent : 0), width: pt(width) });
}

/** Breaks to one measure, the best way. */
export function breakTo(paragraph: ShapedParagraph, width: number, indent = 0): readonly Line[] {
  return breakLines(paragraph, 0, measureOf(width, indent), { variant: 0 });
}

/** What the glyphs of a line say, in the order of the text. */
export function saidBy(line: Line): string {
  // Tests that ask this have one run of text a paragraph, so that offsets in it are in the order of the text.
  const runs = [...line.runs].sort((a, b) => a.start - b.start);
  return runs.map((run) => (run.level % 2 === 1 ? [...run.texts].reverse() : run.texts).join('')).join('');
}

/** What the glyphs of each line say, with a hyphen for the added one. */
export function shown(lines: readonly Line[]): readonly string[] {
  return lines.map((line) =>
    saidBy(line)
      .trimEnd()
      .replace(/\u00ad$/, '-'),
  );
}

/** Right edge of the ink with its trailing space, points. */
export const endOf = (line: Line): number => Math.max(...line.runs.map((run) => run.x + run.width));
