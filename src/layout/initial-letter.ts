/*
 * A drop capital is a run of the paragraph's own first line: larger, lowered onto the baseline of its last line, and
 * with the lines beside it indented by its width. So the word that it begins stays one word, in one leaf of the structure,
 * and its glyphs say which characters of the source they are. Marks before the letter are set with it, half as large and
 * at its head.
 * Invariant that the tests attack: the lines say what the paragraph says, character by character.
 */
import type { ParagraphBox } from '../box/box.ts';
import { pt, type Pt } from '../core/units.ts';
import type { Face } from '../font/face.ts';
import type { FontBook } from '../font/font-book.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import type { InlineRun } from '../style/inline-run.ts';
import type { GlyphRun, Line, LineMeasure } from '../text/line.ts';
import { lineWith } from '../text/set-line.ts';
import { leastLine } from './least-line.ts';

/** A paragraph cut up so that its first letter is a run of its own. */
export type InitialParagraph = {
  readonly split: ParagraphBox;
  /** For each run of `split` the run it was cut from, and the characters of that before it. */
  readonly origins: ReadonlyMap<InlineRun, { readonly run: InlineRun; readonly shift: number }>;
  readonly letter: InlineRun;
  /** Lines that the letter is deep. */
  readonly depth: number;
  /** White that the lines beside the letter leave at their start, before the first one is set. */
  readonly indent: Pt;
  /** White before the letter's ink: it is moved out by that, so that ink stands on the edge of the column. */
  readonly bearing: Pt;
};

/** Marks of opening, then a letter or number with its accents, or the two letters that Dutch writes as one. */
const START = /^([\p{Ps}\p{Pi}\p{Pf}"'¿¡\u201E\u201A]*)(IJ|[\p{L}\p{N}]\p{M}*)/u;

/** White between the letter and its text, in ems of the text. */
const GAP = 0.35;
/** Size of quotation marks beside the letter. */
const MARK_SCALE = 0.5;

/** Makes the drop capital of a paragraph; null where its style asks for none, or it does not begin with a letter. */
export function initialParagraph(box: ParagraphBox, book: FontBook, baseline: Pt): InitialParagraph | null {
  const depth = box.style.initialLetter;
  if (depth < 2 || box.style.edBaseline !== 'grid' || box.style.direction !== 'ltr') return null;
  const match = START.exec(box.runs.map(({ text }) => text).join(''));
  const marks = match?.[1] ?? '';
  const said = match?.[2] ?? '';
  const letters = said === 'IJ' && !box.language.startsWith('nl') ? 'I' : said;
  const runAt = runHolding(box.runs, marks.length, letters.length);
  if (letters === '' || runAt === null) return null;
  const rows = Math.max(1, Math.round(box.style.lineHeight / baseline));
  const sink = (depth - 1) * rows * baseline;
  const base = weighted(runAt.style, box.style.edInitialWeight);
  const { face, fontSize } = sizeFor(
    base,
    book,
    sink + capHeight(faceOf(box.style, book), box.style.fontSize),
  );
  const unit = fontSize / face.unitsPerEm;
  const ink = inkOf(face, letters, book);
  const gap = GAP * box.style.fontSize;
  const letterStyle = restyle(base, {
    fontSize,
    shift: -sink,
    spacing: (ink.right - ink.advance - ink.left) * unit + gap,
  });
  const raised = -sink + face.capHeight * unit * (1 - MARK_SCALE);
  const markStyle = restyle(base, { fontSize: fontSize * MARK_SCALE, shift: raised, spacing: 0 });
  const cut = cutRuns(box.runs, [
    { end: marks.length, style: markStyle },
    { end: marks.length + letters.length, style: letterStyle },
  ]);
  const letter = cut.runs.find(({ style }) => style === letterStyle);
  if (letter === undefined) return null;
  const markFace = faceOf(markStyle, book);
  const marksWidth = (advanceOf(markFace, marks, book) * markStyle.fontSize) / markFace.unitsPerEm;
  return {
    split: { ...box, style: { ...box.style, textIndent: pt(0) }, runs: cut.runs },
    origins: cut.origins,
    letter,
    depth,
    indent: pt(marksWidth + (ink.right - ink.left) * unit + gap),
    bearing: pt(ink.left * unit),
  };
}

/** Sets the paragraph round its letter; null where it has fewer lines than the letter is deep, or little room beside it. */
export function linesRound(
  initial: InitialParagraph,
  width: Pt,
  breakInto: (split: ParagraphBox, widthOf: (line: number) => LineMeasure) => readonly Line[],
): readonly Line[] | null {
  const { split, depth } = initial;
  if (width - initial.indent < leastLine(split.style.fontSize)) return null;
  const breakAt = (indent: Pt): readonly Line[] =>
    breakInto(split, (line) => ({ indent: line > 0 && line < depth ? indent : pt(0), width }));
  const first = breakAt(initial.indent);
  // Marks may hang out: the lines below begin where the first one's text does.
  const lines = breakAt(textStart(first[0], initial));
  const [, second] = lines;
  if (lines.length < depth || second === undefined) return null;
  return lines.map((line, index) => {
    const runs = line.runs.map((run) => ofOrigin(run, initial));
    // The letter does not push the lines apart.
    return index === 0
      ? lineWith(line, { runs, ascent: second.ascent, descent: second.descent })
      : lineWith(line, { runs });
  });
}

/** Where text begins behind the letter, points from the edge of the column. */
function textStart(line: Line | undefined, { letter, indent }: InitialParagraph): Pt {
  const run = line?.runs.find(({ inline }) => inline === letter);
  return run === undefined ? indent : pt(run.x + run.width);
}

/** Glyphs name the runs of the box tree: structure and word ids hang on them. */
function ofOrigin(run: GlyphRun, { origins, letter, bearing }: InitialParagraph): GlyphRun {
  const origin = origins.get(run.inline);
  if (origin === undefined) return run;
  const x = run.inline === letter ? pt(run.x - bearing) : run.x;
  return { ...run, x, inline: origin.run, start: run.start + origin.shift, end: run.end + origin.shift };
}

/** The run that all letters stand in; null where markup divides them. */
function runHolding(runs: readonly InlineRun[], from: number, length: number): InlineRun | null {
  let at = 0;
  for (const run of runs) {
    if (from < at + run.text.length) return from + length <= at + run.text.length ? run : null;
    at += run.text.length;
  }
  return null;
}

type Cut = {
  readonly runs: readonly InlineRun[];
  readonly origins: ReadonlyMap<InlineRun, { readonly run: InlineRun; readonly shift: number }>;
};

/** Cuts runs at the ends of some parts from the start, which take other styles. */
function cutRuns(
  runs: readonly InlineRun[],
  parts: readonly { readonly end: number; readonly style: ComputedStyle }[],
): Cut {
  const cut: InlineRun[] = [];
  const origins = new Map<InlineRun, { readonly run: InlineRun; readonly shift: number }>();
  let start = 0;
  for (const run of runs) {
    for (let shift = 0; shift < run.text.length;) {
      const part = parts.find(({ end }) => start + shift < end);
      const end = Math.min(run.text.length, (part?.end ?? Infinity) - start);
      const piece = { ...run, text: run.text.slice(shift, end), style: part?.style ?? run.style };
      origins.set(piece, { run, shift });
      cut.push(piece);
      shift = end;
    }
    start += run.text.length;
  }
  return { runs: cut, origins };
}

const weighted = (style: ComputedStyle, weight: number | null): ComputedStyle =>
  weight === null ? style : { ...style, fontWeight: weight };

function restyle(
  style: ComputedStyle,
  set: { readonly fontSize: number; readonly shift: number; readonly spacing: number },
): ComputedStyle {
  const rigid: ComputedStyle['edGlyphScale'] = [1, 1];
  return Object.freeze({
    ...style,
    fontSize: pt(set.fontSize),
    baselineShift: pt(set.shift),
    letterSpacing: pt(set.spacing),
    wordSpacing: pt(0),
    hyphens: 'none',
    edGlyphScale: rigid,
    textDecorationLine: 'none',
  });
}

function faceOf(style: ComputedStyle, book: FontBook): Face {
  const { fontFamily: families, fontWeight: weight, fontSize: size, fontStyle } = style;
  const [face] = book.match({ families, weight, style: fontStyle, size });
  if (face === undefined) throw new Error('the font book is empty');
  return face;
}

const capHeight = (face: Face, fontSize: number): number => (face.capHeight / face.unitsPerEm) * fontSize;

/** The size at which capitals are that high. Optical masters differ, so the face is chosen once more at its own size. */
function sizeFor(
  style: ComputedStyle,
  book: FontBook,
  height: number,
): { readonly face: Face; readonly fontSize: number } {
  let face = faceOf(style, book);
  for (let round = 0; round < 2; round += 1) {
    face = faceOf({ ...style, fontSize: pt((height * face.unitsPerEm) / face.capHeight) }, book);
  }
  return { face, fontSize: (height * face.unitsPerEm) / face.capHeight };
}

type Ink = { readonly left: number; readonly right: number; readonly advance: number };

/** Edges of the ink and advance of some letters, font units. Accents stand over the letters before them. */
function inkOf(face: Face, letters: string, book: FontBook): Ink {
  const glyphs = [...letters.normalize('NFC')].map((letter) =>
    book.glyphOf(face, letter.codePointAt(0) ?? 0),
  );
  const bases = glyphs.filter((glyph) => glyph !== 0 && face.advanceOf(glyph) > 0);
  const advance = bases.reduce((sum, glyph) => sum + face.advanceOf(glyph), 0);
  const first = bases[0] === undefined ? null : book.inkOf(face, bases[0]);
  const lastGlyph = bases.at(-1);
  const last = lastGlyph === undefined ? null : book.inkOf(face, lastGlyph);
  const before = advance - (lastGlyph === undefined ? 0 : face.advanceOf(lastGlyph));
  return { left: first?.[0] ?? 0, right: before + (last?.[1] ?? advance - before), advance };
}

function advanceOf(face: Face, text: string, book: FontBook): number {
  return [...text].reduce(
    (sum, character) => sum + face.advanceOf(book.glyphOf(face, character.codePointAt(0) ?? 0)),
    0,
  );
}
