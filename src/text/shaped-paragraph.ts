import type { Face } from '../font/face.ts';
import type { ShapedText, ShapeOptions } from '../font/shaped-text.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import type { InlineRun } from '../style/inline-run.ts';
import type { BreakTable } from './break-table.ts';
import type { TextEngine } from './text-engine.ts';
import type { CaseChange } from './transform-case.ts';
import type { WordShape } from './word-shape.ts';

/** A paragraph as boxes hand it over. */
export type ParagraphInput = {
  readonly runs: readonly InlineRun[];
  /** Style of the block: alignment, limits of hyphenation and of justification. */
  readonly style: ComputedStyle;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** From the issue inwards, for diagnostics. */
  readonly trail: readonly string[];
};

/** What pieces of one run in one face, size, script and direction have in common. */
export type Item = {
  readonly inline: InlineRun;
  /** Offset of the run's first unit in the paragraph. */
  readonly runStart: number;
  readonly face: Face;
  /** Points; smaller than the run's for small capitals that the font does not have. */
  readonly fontSize: number;
  /** Points of one font unit. */
  readonly unit: number;
  readonly options: ShapeOptions;
  readonly change: CaseChange;
  readonly level: number;
  /** Points. */
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  /** The font's own space: glyph, and advance in font units. */
  readonly spaceGlyph: number;
  readonly spaceAdvance: number;
  /** The visible hyphen of this face: U+2010 where it has one, else U+002D. */
  readonly hyphen: string;
};

/** A stretch of text that is set as one: a word or part of one in one item, a space, or a forced break. */
export type Piece = WordPiece | GapPiece;

type PieceBase = {
  readonly item: Item;
  /** UTF-16 range in the paragraph's text. */
  readonly start: number;
  readonly end: number;
  /** Points, natural: the piece's own glyphs without the spaces of its context; of a space, with the kerning of what follows. */
  readonly width: number;
};

/** A word or part of one. */
export type WordPiece = PieceBase & {
  readonly kind: 'word';
  /** What it shares with other occurrences. */
  readonly word: WordShape;
  /**
   * What was shaped: the word with the space before and after it where they belong to the same item, since fonts kern with
   * the space.
   */
  readonly text: string;
  /** Units of `text` that are the space before (0 or 1), and the space after. */
  readonly lead: number;
  readonly trail: number;
  /** Offset in the paragraph of each unit of the word; null when unit i is `start + i`. */
  readonly origins: Uint32Array | null;
  readonly shaped: ShapedText;
};

/** A space or a forced break. */
export type GapPiece = PieceBase & { readonly kind: 'space' | 'forced' };

/** A paragraph that is ready to be broken into lines. */
export type ShapedParagraph = {
  readonly text: string;
  readonly style: ComputedStyle;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly runs: readonly InlineRun[];
  /** In the order of the text, without gaps. */
  readonly pieces: readonly Piece[];
  readonly breaks: BreakTable;
  readonly engine: TextEngine;
  /**
   * The breaks with all that is wider than some points divided between letters: the last resort. Has a break at the UTF-16
   * offset `from` too, where an earlier line of this kind may have ended.
   */
  readonly emergencyBreaks: (width: number, from: number) => BreakTable;
};
