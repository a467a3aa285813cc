import { readFileSync } from 'node:fs';
import { Blob, Buffer as HarfBuzzBuffer, Direction, Face as HarfBuzzFace, Font, shape } from 'harfbuzzjs';
import { em, fontUnits, pt } from '../../../src/core/units.ts';
import type { Face } from '../../../src/font/face.ts';
import { readTrueType } from '../../../src/font/read-true-type.ts';
import type { ComputedStyle } from '../../../src/style/computed-style.ts';
import type { GlyphRun } from '../../../src/text/line.ts';

/** A face and HarfBuzz's view of it. */
export type TestFace = { readonly face: Face; readonly font: Font };

/** Opens a font file of the fonts folder. */
export function openTestFace(path: string, weight: number, style: 'normal' | 'italic'): TestFace {
  const file = new URL(`../../../fonts/${path}`, import.meta.url);
  const bytes = new Uint8Array(readFileSync(file));
  const facts = readTrueType(bytes);
  if (facts === null) throw new Error(`${path} is no TrueType font`);
  const [left, bottom, right, top] = facts.boundingBox;
  const face: Face = {
    id: facts.postScriptName,
    family: path.split('/')[0] ?? path,
    weight,
    style,
    opticalSizes: null,
    unitsPerEm: facts.unitsPerEm,
    ascender: fontUnits(facts.ascender),
    descender: fontUnits(facts.descender),
    capHeight: fontUnits(facts.capHeight),
    xHeight: fontUnits(facts.xHeight),
    italicAngle: facts.italicAngle,
    boundingBox: [fontUnits(left), fontUnits(bottom), fontUnits(right), fontUnits(top)],
    bytes,
    file: path,
    hasGlyph: (codePoint) => facts.glyphOf(codePoint) !== 0,
    advanceOf: (glyph) => fontUnits(facts.advanceOf(glyph)),
  };
  return { face, font: new Font(new HarfBuzzFace(new Blob(bytes))) };
}

/** What a run varies in. `shown` is what is shaped, where it differs from `text` (capitals, a visible hyphen). */
export type RunOptions = {
  readonly size: number;
  readonly shown?: string;
  readonly tracking?: number;
  readonly wordSpace?: number;
  readonly scale?: number;
  readonly rise?: number;
  readonly level?: number;
};

/** Shapes a text into one run that starts at the left edge. */
export function setText(test: TestFace, text: string, options: RunOptions): GlyphRun {
  const shown = options.shown ?? text;
  const buffer = new HarfBuzzBuffer();
  buffer.addText(shown);
  buffer.setDirection((options.level ?? 0) % 2 === 1 ? Direction.RTL : Direction.LTR);
  buffer.setScript('Latn');
  shape(test.font, buffer, []);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  const points = (units: number): number => (units * options.size) / test.face.unitsPerEm;
  const clusters = infos.map((info) => info.cluster);
  const starts = [...new Set(clusters)].sort((one, other) => one - other);
  const texts = clusters.map((cluster, index) => {
    if (clusters.indexOf(cluster) !== index) return '';
    return text.slice(cluster, starts[starts.indexOf(cluster) + 1] ?? text.length);
  });
  const advances = Float64Array.from(positions, (position, index) => {
    const space = texts[index] === ' ' ? (options.wordSpace ?? 0) : 0;
    return points(position.xAdvance) + (options.tracking ?? 0) + space;
  });
  const scale = options.scale ?? 1;
  return {
    face: test.face,
    fontSize: pt(options.size),
    glyphs: Uint16Array.from(infos, (info) => info.codepoint),
    advances,
    xOffsets: Float64Array.from(positions, (position) => points(position.xOffset)),
    yOffsets: Float64Array.from(positions, (position) => points(position.yOffset)),
    texts,
    scale,
    x: pt(0),
    width: pt(advances.reduce((sum, advance) => sum + advance, 0) * scale),
    rise: pt(options.rise ?? 0),
    level: options.level ?? 0,
    inline: { text, style: UNREAD_STYLE, language: 'en', source: null, element: null, at: null },
    start: 0,
    end: text.length,
  };
}

/** The writer reads no style: runs carry all it draws. */
const UNREAD_STYLE = { edTracking: [em(0), em(0)] } as unknown as ComputedStyle; // nothing looks into it
