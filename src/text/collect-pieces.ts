import type { InlineRun } from '../style/inline-run.ts';
import type { RunSetting } from './run-setting.ts';
import type { GapPiece, Item, ParagraphInput, Piece, WordPiece } from './shaped-paragraph.ts';
import type { TextEngine } from './text-engine.ts';
import type { TokenPart } from './split-token.ts';
import { INVISIBLE, type CaseChange } from './transform-case.ts';
import { runSetting } from './run-setting.ts';
import { clusterEnd } from './cluster-end.ts';
import { knownShape, shapeWords, type WantedWord, type WordShape } from './word-shape.ts';

/** Small capitals made by scaling: capitals at this part of the size look the height of small letters in most faces. */
const SCALED_CAPITAL = 0.78;

/**
 * Units of the longest piece. A word of this length is an address or an accident; in pieces, the work of breaking it
 * grows as its length does, and not as the square. Kerning between the pieces is lost.
 */
const LONGEST_PIECE = 100;

/** Units that a piece grows to at most, so as not to end before a mark or a sign without look. */
const MOST_LEANING = 2 * LONGEST_PIECE;

/** A piece before it is shaped; `part` is what a word is the whole of in its token, where it is. */
type RawPiece = Pick<Piece, 'kind' | 'item' | 'start' | 'end'> & { readonly part: TokenPart | null };

/** Where hyphens may come, those of them where they look poor, and what no font has; offsets in the paragraph, rising. */
export type PieceNotes = {
  readonly hyphens: number[];
  readonly poorHyphens: number[];
  readonly missing: { readonly codePoint: number; readonly offset: number; readonly run: InlineRun }[];
  /** A run whose language has no patterns though hyphens are wanted. */
  unhyphenated: InlineRun | null;
};

/**
 * Cuts a paragraph into words and spaces of one item each and shapes them: all words of an item that were not met before
 * go to HarfBuzz together.
 */
export function collectPieces(
  input: ParagraphInput,
  text: string,
  options: { readonly levels: Uint8Array | null; readonly engine: TextEngine; readonly notes: PieceNotes },
): readonly Piece[] {
  const raw: RawPiece[] = [];
  let runStart = 0;
  for (const run of input.runs) {
    const collector = createRunCollector(run, runStart, options);
    collector(text, raw);
    runStart += run.text.length;
  }
  return shapePieces(raw, text, options.engine);
}

type CollectOptions = Parameters<typeof collectPieces>[2];

function createRunCollector(
  run: InlineRun,
  runStart: number,
  options: CollectOptions,
): (text: string, out: RawPiece[]) => void {
  const { levels, engine, notes } = options;
  const setting = runSetting(run, engine);
  if (setting.lacksPatterns) notes.unhyphenated ??= run;
  // Few kinds of part stand in a run: the first one that is alike is soon found.
  const items: { readonly part: TokenPart; readonly item: Item }[] = [];
  const itemFor = (part: TokenPart, level: number): Item => {
    for (const met of items) if (met.item.level === level && isAlike(met.part, part)) return met.item;
    const item = createItem(part, { run, runStart, level, setting, engine });
    items.push({ part, item });
    return item;
  };
  const levelAt = (offset: number): number => levels?.[offset] ?? 0;
  return (text, out) => {
    const runEnd = runStart + run.text.length;
    let lastItem: Item | null = null;
    for (let start = runStart; start < runEnd;) {
      const kind = separatorKind(text, start);
      const end = kind === null ? tokenEnd(text, start, runEnd) : start + 1;
      if (kind !== null) {
        const part = setting.space.parts[0];
        const level = levelAt(start);
        // The space goes with the word before it: one item for a whole stretch of text in one face.
        const item: Item | null =
          lastItem !== null && lastItem.level === level
            ? lastItem
            : part === undefined
              ? null
              : itemFor(part, level);
        if (item !== null) out.push({ kind, item, start, end, part: null });
      } else {
        const facts = setting.factsOf(text.slice(start, end));
        for (const point of facts.hyphens) notes.hyphens.push(start + point);
        if (facts.hasPoorHyphens) notes.poorHyphens.push(...facts.hyphens.map((point) => start + point));
        for (const { codePoint, offset } of facts.missing)
          notes.missing.push({ codePoint, offset: start + offset, run });
        for (const part of facts.parts) lastItem = addWord(part, start, { text, levels, itemFor, out });
      }
      start = end;
    }
  };
}

const isAlike = (one: TokenPart, other: TokenPart): boolean =>
  one.face === other.face && one.script === other.script && one.isScaledCapital === other.isScaledCapital;

function separatorKind(text: string, offset: number): 'space' | 'forced' | null {
  const unit = text.charCodeAt(offset);
  if (unit === 0x20) return 'space';
  return unit === 0x2028 ? 'forced' : null;
}

function tokenEnd(text: string, start: number, limit: number): number {
  let end = start + 1;
  while (end < limit && separatorKind(text, end) === null) end++;
  return end;
}

/** Adds a token's part, cut where its level changes; gives the last item. */
function addWord(
  part: TokenPart,
  tokenStart: number,
  to: {
    readonly text: string;
    readonly levels: Uint8Array | null;
    readonly itemFor: (part: TokenPart, level: number) => Item;
    readonly out: RawPiece[];
  },
): Item {
  const { text, levels, itemFor, out } = to;
  const end = tokenStart + part.end;
  let item: Item | null = null;
  for (let start = tokenStart + part.start; start < end;) {
    const level = levels?.[start] ?? 0;
    const limit = pieceEnd(text, start, end);
    let stop = levels === null ? limit : start + 1;
    while (stop < limit && levels?.[stop] === level) stop++;
    item = itemFor(part, level);
    const isWhole = stop === end && start === tokenStart + part.start;
    out.push({ kind: 'word', item, start, end: stop, part: isWhole ? part : null });
    start = stop;
  }
  return item ?? itemFor(part, 0);
}

/** End of a piece that begins at `start`: the word's, unless that is too far. Never inside a cluster. */
function pieceEnd(text: string, start: number, end: number): number {
  if (end - start <= LONGEST_PIECE) return end;
  let at = start;
  while (at < end && (at - start < LONGEST_PIECE || (leans(text, at) && at - start < MOST_LEANING)))
    at = clusterEnd(text, at);
  return Math.min(at, end);
}

/** Whether what stands at an offset is said by what stands before it: alone at the head of a piece it has no glyph. */
function leans(text: string, at: number): boolean {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return INVISIBLE.test(character) || /[\p{M}\u200c\u200d]/u.test(character);
}

type ItemSource = {
  readonly run: InlineRun;
  readonly runStart: number;
  readonly level: number;
  readonly setting: RunSetting;
  readonly engine: TextEngine;
};

function createItem(part: TokenPart, source: ItemSource): Item {
  const { run, engine } = source;
  const { style } = run;
  const { face } = part;
  const fontSize = style.fontSize * (part.isScaledCapital ? SCALED_CAPITAL : 1);
  const change: CaseChange = part.isScaledCapital ? 'uppercase' : style.textTransform;
  const spaceGlyph = engine.book.glyphOf(face, 0x20);
  return {
    inline: run,
    runStart: source.runStart,
    face,
    fontSize,
    unit: fontSize / face.unitsPerEm,
    options: source.setting.optionsFor(part.script, source.level % 2 === 0 ? 'ltr' : 'rtl'),
    change,
    level: source.level,
    letterSpacing: style.letterSpacing,
    wordSpacing: style.wordSpacing,
    spaceGlyph,
    spaceAdvance: face.advanceOf(spaceGlyph),
    hyphen: face.hasGlyph(0x2010) ? '\u2010' : '-',
  };
}

/** Shapes what is new of a paragraph's words in one go, and makes the pieces. */
function shapePieces(raw: readonly RawPiece[], text: string, engine: TextEngine): readonly Piece[] {
  const shapes = new Array<WordShape | undefined>(raw.length);
  const wanted: WantedWord[] = [];
  const places: number[] = [];
  for (let index = 0; index < raw.length; index += 1) {
    const { kind, item, part, start, end } = raw[index]!;
    if (kind !== 'word') continue;
    const lead = isSpaceOf(raw[index - 1], item) ? 1 : 0;
    const trail = isSpaceOf(raw[index + 1], item) ? 1 : 0;
    shapes[index] = knownShape(part, item, lead + 2 * trail);
    if (shapes[index] !== undefined) continue;
    wanted.push({ item, part, source: text.slice(start, end), lead, trail });
    places.push(index);
  }
  if (wanted.length > 0) shapeWords(wanted, engine).forEach((shape, at) => (shapes[places[at]!] = shape));
  return raw.map((piece, index) => {
    const shape = shapes[index];
    return shape === undefined ? gapPiece(piece, shapes[index + 1]) : wordPiece(piece, shape);
  });
}

const isSpaceOf = (piece: RawPiece | undefined, item: Item): boolean =>
  piece !== undefined && piece.kind === 'space' && piece.item === item;

function wordPiece({ item, start, end }: RawPiece, word: WordShape): WordPiece {
  const { text, lead, trail, origins, shaped } = word;
  return {
    kind: 'word',
    item,
    start,
    end,
    width: word.width + word.clusters * item.letterSpacing,
    word,
    text,
    lead,
    trail,
    origins: origins === null ? null : origins.map((origin) => origin + start),
    shaped,
  };
}

/** A space, with the kerning of the word after it, or a forced break. */
function gapPiece({ kind, item, start, end }: RawPiece, next: WordShape | undefined): GapPiece {
  if (kind !== 'space') return { kind: 'forced', item, start, end, width: 0 };
  const natural = next?.lead === 1 ? next.leadWidth : item.spaceAdvance * item.unit;
  return { kind, item, start, end, width: natural + item.wordSpacing + item.letterSpacing };
}
