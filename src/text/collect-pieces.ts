import type { ShapedText } from '../font/shaped-text.ts';
import type { InlineRun } from '../style/inline-run.ts';
import type { RunSetting } from './run-setting.ts';
import type { Item, ParagraphInput, Piece } from './shaped-paragraph.ts';
import type { TextEngine } from './text-engine.ts';
import type { TokenPart } from './split-token.ts';
import type { CaseChange } from './transform-case.ts';
import { runSetting } from './run-setting.ts';
import { clusterEnd, withPlainHyphens } from './split-token.ts';
import { transformCase } from './transform-case.ts';
import { measureWord } from './word-metrics.ts';

/** Small capitals made by scaling: capitals at this part of the size look the height of small letters in most faces. */
const SCALED_CAPITAL = 0.78;

/**
 * Units of the longest piece. A word of this length is an address or an accident; in pieces, the work of breaking it
 * grows as its length does, and not as the square. Kerning between the pieces is lost.
 */
const LONGEST_PIECE = 100;

/** A piece before it is shaped. */
type RawPiece = Pick<Piece, 'kind' | 'item' | 'start' | 'end'>;

/** Where hyphens may come, and what no font has; offsets in the paragraph. */
export type PieceNotes = {
  readonly hyphens: number[];
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
  const items = new Map<string, Item>();
  const itemFor = (part: TokenPart, level: number): Item => {
    const key = `${part.face.file}|${part.script}|${part.isScaledCapital}|${level}`;
    let item = items.get(key);
    if (item === undefined)
      items.set(key, (item = createItem(part, { run, runStart, level, setting, engine })));
    return item;
  };
  const levelAt = (offset: number): number => levels?.[offset] ?? 0;
  return (text, out) => {
    const runEnd = runStart + run.text.length;
    let lastItem: Item | null = null;
    for (let start = runStart; start < runEnd;) {
      const kind = separatorKind(text, start);
      const end = kind === null ? tokenEnd(text, start, runEnd) : start + 1;
      const facts = setting.factsOf(kind === null ? text.slice(start, end) : ' ');
      if (kind !== null) {
        const part = facts.parts[0];
        const level = levelAt(start);
        // The space goes with the word before it: one item for a whole stretch of text in one face.
        const item: Item | null =
          lastItem !== null && lastItem.level === level
            ? lastItem
            : part === undefined
              ? null
              : itemFor(part, level);
        if (item !== null) out.push({ kind, item, start, end });
      } else {
        for (const point of facts.hyphens) notes.hyphens.push(start + point);
        for (const { codePoint, offset } of facts.missing)
          notes.missing.push({ codePoint, offset: start + offset, run });
        for (const part of facts.parts) lastItem = addWord(part, start, { text, levels, itemFor, out });
      }
      start = end;
    }
  };
}

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
    out.push({ kind: 'word', item, start, end: stop });
    start = stop;
  }
  return item ?? itemFor(part, 0);
}

/** End of a piece that begins at `start`: the word's, unless that is too far. Never inside a cluster. */
function pieceEnd(text: string, start: number, end: number): number {
  if (end - start <= LONGEST_PIECE) return end;
  let at = start;
  while (at < end && at - start < LONGEST_PIECE) at = clusterEnd(text, at);
  return Math.min(at, end);
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

type UnshapedPiece = RawPiece & Pick<Piece, 'text' | 'lead' | 'trail' | 'origins'>;

function shapePieces(raw: readonly RawPiece[], text: string, engine: TextEngine): readonly Piece[] {
  const unshaped = raw.map((piece, index) => withContext(piece, text, raw[index - 1], raw[index + 1]));
  const groups = new Map<Item, UnshapedPiece[]>();
  for (const piece of unshaped) {
    const group = groups.get(piece.item);
    if (group === undefined) groups.set(piece.item, [piece]);
    else group.push(piece);
  }
  const shapes = new Map<UnshapedPiece, ShapedText>();
  for (const [item, group] of groups) {
    const texts = group.map((piece) => piece.text);
    engine.book
      .shapeAll(item.face, texts, item.options)
      .forEach((shaped, index) => shapes.set(group[index]!, shaped));
  }
  return unshaped.map((piece, index) => {
    const next = unshaped[index + 1];
    const shaped = shapes.get(piece)!;
    return {
      ...piece,
      shaped,
      width: pieceWidth(piece, shaped, next === undefined ? null : [next, shapes.get(next)!]),
    };
  });
}

function withContext(
  piece: RawPiece,
  text: string,
  before: RawPiece | undefined,
  after: RawPiece | undefined,
): UnshapedPiece {
  if (piece.kind !== 'word') return { ...piece, text: ' ', lead: 0, trail: 0, origins: null };
  const { item } = piece;
  const lead = before?.kind === 'space' && before.item === item ? 1 : 0;
  const trail = after?.kind === 'space' && after.item === item ? 1 : 0;
  const source = text.slice(piece.start, piece.end);
  const transformed = transformCase(source, item.change, item.inline.language);
  const shown = withPlainHyphens(transformed?.text ?? source, item.face);
  const origins = transformed === null ? null : transformed.origins.map((origin) => origin + piece.start);
  return {
    ...piece,
    text: `${lead === 1 ? ' ' : ''}${shown}${trail === 1 ? ' ' : ''}`,
    lead,
    trail,
    origins,
  };
}

function pieceWidth(
  piece: UnshapedPiece,
  shaped: ShapedText,
  next: readonly [UnshapedPiece, ShapedText] | null,
): number {
  const { item } = piece;
  if (piece.kind === 'forced') return 0;
  if (piece.kind === 'word') {
    const metrics = measureWord(shaped, piece.lead, piece.trail, piece.text.length);
    return metrics.width * item.unit + metrics.clusters * item.letterSpacing;
  }
  const follower =
    next !== null && next[0].lead === 1 ? measureWord(next[1], 1, next[0].trail, next[0].text.length) : null;
  return (follower?.leadWidth ?? item.spaceAdvance) * item.unit + item.wordSpacing + item.letterSpacing;
}
