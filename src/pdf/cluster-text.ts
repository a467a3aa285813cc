import type { GlyphRun } from '../text/line.ts';

/**
 * How a run's glyphs say its text.
 *
 * PDF/A-2a wants a text for every code shown, also for the further glyphs of a cluster, which say nothing of
 * their own. Three ways, the first that fits: the cluster's characters are dealt out to its glyphs one by one
 * (base and mark); the characters of its canonical decomposition are (an accented letter from two glyphs),
 * and ActualText keeps the author's form; the first glyph says all, the others a zero-width space that
 * ActualText hides. A run from right to left stands in visual order and says its text glyph by glyph: viewers that copy and
 * search turn it round by themselves, an ActualText in the content too. What it says in reading order goes into the
 * structure (decision 0018). One with further glyphs in its clusters has the ActualText all the same.
 *
 * The hyphen of a word that is divided at the end of a line is no part of the text and says a hyphen, for who searches; the
 * letter before it stands under an ActualText that adds a soft one (ISO 32000-1, 14.8.2.2.3; decision 0013). A hyphen with no
 * letter in its run, as from another font, says the soft one itself.
 *
 * Invariant: over the segments, `spoken` or `actualText`, or where there is neither the texts joined, is the run's text in
 * reading order, a hyphen that divides left out; no text is empty.
 */
export type TextSegment = {
  /** Range of glyphs, `to` excluded. */
  readonly from: number;
  readonly to: number;
  readonly actualText: string | null;
  /** Whether it is the hyphen of a divided word. */
  readonly isDivision: boolean;
  /** What the structure says of it, where its glyphs stand against the order of reading. */
  readonly spoken?: string;
};

/** Texts glyph by glyph, and the segments that cover the run in order. */
export type RunText = { readonly texts: readonly string[]; readonly segments: readonly TextSegment[] };

/** What a glyph says that has no text of its own; nobody hears it, ActualText stands over it. */
const SILENT = '\u200b';

/** What a run says of the hyphen that it ends with where a word is divided, and what the code of its glyph says. */
const DIVISION = '\u00ad';
const HYPHEN = '-';

/** Settles what each glyph of a run says. */
export function settleRunText(run: GlyphRun): RunText {
  if (run.level % 2 === 1) return settleRightToLeft(run);
  const count = run.glyphs.length;
  const isDivided = run.texts[count - 1] === DIVISION;
  const { texts, segments } = settleGlyphs(run.texts.slice(0, isDivided ? count - 1 : count));
  if (!isDivided) return { texts, segments };
  const isAlone = count === 1;
  const hyphen = {
    from: count - 1,
    to: count,
    actualText: isAlone ? DIVISION : null,
    isDivision: !isAlone,
  };
  return { texts: [...texts, HYPHEN], segments: [...addDivision(texts, segments), hyphen] };
}

/** Segments whose last letter stands apart and says a soft hyphen too. */
function addDivision(texts: readonly string[], segments: readonly TextSegment[]): readonly TextSegment[] {
  const last = segments.at(-1);
  if (last === undefined) return [];
  const before = segments.slice(0, -1);
  if (last.actualText !== null) return [...before, { ...last, actualText: last.actualText + DIVISION }];
  const at = last.to - 1;
  const letter = { ...last, from: at, actualText: (texts[at] ?? '') + DIVISION };
  return at === last.from ? [...before, letter] : [...before, { ...last, to: at }, letter];
}

function settleGlyphs(said: readonly string[]): RunText {
  if (!said.includes('')) {
    const whole = { from: 0, to: said.length, actualText: null, isDivision: false };
    return { texts: said, segments: said.length === 0 ? [] : [whole] };
  }
  const texts: string[] = [];
  const segments: TextSegment[] = [];
  for (let from = 0; from < said.length;) {
    let to = from + 1;
    while (to < said.length && said[to] === '') to += 1;
    const dealt = dealText(said[from] ?? '', to - from);
    texts.push(...dealt.texts);
    addSegment(segments, { from, to, actualText: dealt.actualText, isDivision: false });
    from = to;
  }
  return { texts, segments };
}

/** Deals a cluster's text out to its glyphs. */
function dealText(
  text: string,
  count: number,
): { readonly texts: readonly string[]; readonly actualText: string | null } {
  if (count === 1 && text !== '') return { texts: [text], actualText: null };
  const asWritten = dealCharacters([...text], count);
  if (asWritten !== null) return { texts: asWritten, actualText: null };
  const decomposed = dealCharacters([...text.normalize('NFD')], count);
  if (decomposed !== null) return { texts: decomposed, actualText: text };
  const texts = Array.from({ length: count }, (_, index) => (index === 0 && text !== '' ? text : SILENT));
  return { texts, actualText: text };
}

function dealCharacters(characters: readonly string[], count: number): string[] | null {
  if (characters.length < count) return null;
  return [...characters.slice(0, count - 1), characters.slice(count - 1).join('')];
}

/** Neighbours without ActualText are one segment. */
function addSegment(segments: TextSegment[], next: TextSegment): void {
  const last = segments.at(-1);
  if (last !== undefined && last.actualText === null && next.actualText === null) {
    segments[segments.length - 1] = { ...last, to: next.to };
  } else segments.push(next);
}

function settleRightToLeft({ glyphs, texts }: GlyphRun): RunText {
  const said = [...texts].reverse().join('');
  const whole = { from: 0, to: glyphs.length, isDivision: false };
  if (!texts.includes('')) return { texts, segments: [{ ...whole, actualText: null, spoken: said }] };
  return {
    texts: texts.map((text) => (text === '' ? SILENT : text)),
    segments: [{ ...whole, actualText: said }],
  };
}
