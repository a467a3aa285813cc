import type { ShapedText } from '../font/shaped-text.ts';
import type { Item } from './shaped-paragraph.ts';
import type { TokenPart } from './split-token.ts';
import type { TextEngine } from './text-engine.ts';
import { withPlainHyphens } from './split-token.ts';
import { transformCase, type CaseChange } from './transform-case.ts';
import { measureWord } from './word-metrics.ts';
import type { InnerPlace, WordEdges } from './word-places.ts';

/** What all occurrences of a word in one setting share, by whether a space of the same item stands beside it. */
export type WordShape = {
  /** What is shaped: the word as shown, with the spaces beside it. */
  readonly text: string;
  /** Units of `text` that are the space before, and the space after. */
  readonly lead: number;
  readonly trail: number;
  /** Offset in the word of each unit that is shown; null when unit i is i. */
  readonly origins: Uint32Array | null;
  readonly shaped: ShapedText;
  /** Points, natural, without the spaces and without letter spacing; and clusters, which letter spacing goes between. */
  readonly width: number;
  readonly clusters: number;
  /** Points: the space before the word, with its kerning. */
  readonly leadWidth: number;
  /** What was found out when it was first broken, divided, set; null before. */
  edges: WordEdges | null;
  hyphens: readonly InnerPlace[] | null;
  glyphs: WordGlyphs | null;
};

/** The glyphs of a whole word in points, as they stand on a line that does not divide it: one entry a glyph in every list. Offsets are empty where none is moved. */
export type WordGlyphs = {
  /** Points that each letter is set apart by. */
  readonly letterSpacing: number;
  readonly glyphs: readonly number[];
  readonly advances: readonly number[];
  readonly xOffsets: readonly number[];
  readonly yOffsets: readonly number[];
  /** What the glyphs say, in units of the paragraph. */
  readonly texts: readonly string[];
  readonly isSpace: readonly boolean[];
  /** Sums: letters, and spaces that can be stretched, in points; glyphs that tracking widens. */
  readonly letterWidth: number;
  readonly spaceWidth: number;
  readonly letterCount: number;
};

/** A word that wants its shape. Equal to another one where `part` and `sides` are. */
export type WantedWord = {
  readonly item: Item;
  /** The token's part that the word is the whole of; null where it is only a piece of one. */
  readonly part: TokenPart | null;
  readonly source: string;
  readonly lead: number;
  readonly trail: number;
};

const CHANGES: readonly CaseChange[] = ['none', 'uppercase', 'lowercase', 'capitalize'];
const known = new WeakMap<TokenPart, (WordShape | undefined)[]>();

/** The shape of a word that was met before in its setting; undefined for a new one. */
export function knownShape(part: TokenPart | null, item: Item, sides: number): WordShape | undefined {
  return part === null ? undefined : known.get(part)?.[slotOf(item, sides)];
}

/** Shapes new words, those of one item together, and keeps what belongs to a whole part of a token. */
export function shapeWords(words: readonly WantedWord[], engine: TextEngine): readonly WordShape[] {
  const shown = words.map((word) => showWord(word));
  const groups = new Map<Item, number[]>();
  words.forEach(({ item }, index) => {
    const group = groups.get(item);
    if (group === undefined) groups.set(item, [index]);
    else group.push(index);
  });
  const shapes = new Array<WordShape>(words.length);
  for (const [item, group] of groups) {
    const texts = group.map((index) => shown[index]!.text);
    engine.book.shapeAll(item.face, texts, item.options).forEach((shaped, at) => {
      const index = group[at]!;
      shapes[index] = keep(words[index]!, shown[index]!, shaped);
    });
  }
  return shapes;
}

/** Item and sides as a place in the list of a part's shapes. */
const slotOf = (item: Item, sides: number): number =>
  sides + 4 * (item.level % 2) + 8 * CHANGES.indexOf(item.change);

type ShownWord = { readonly text: string; readonly origins: Uint32Array | null };

function showWord({ item, source, lead, trail }: WantedWord): ShownWord {
  const transformed = transformCase(source, item.change, item.inline.language);
  const shown = withPlainHyphens(transformed?.text ?? source, item.face);
  return {
    text: `${lead === 1 ? ' ' : ''}${shown}${trail === 1 ? ' ' : ''}`,
    origins: transformed?.origins ?? null,
  };
}

function keep(word: WantedWord, { text, origins }: ShownWord, shaped: ShapedText): WordShape {
  const { item, part, lead, trail } = word;
  const metrics = measureWord(shaped, lead, trail, text.length);
  const shape: WordShape = {
    text,
    lead,
    trail,
    origins,
    shaped,
    width: metrics.width * item.unit,
    clusters: metrics.clusters,
    leadWidth: metrics.leadWidth * item.unit,
    edges: null,
    hyphens: null,
    glyphs: null,
  };
  if (part !== null) {
    const shapes = known.get(part) ?? [];
    known.set(part, shapes);
    shapes[slotOf(item, lead + 2 * trail)] = shape;
  }
  return shape;
}
