import { mmToPt, pt } from '../core/units.ts';
import type { FontBook } from '../font/font-book.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import type { Page, TextFragment } from '../page/page.ts';
import type { GlyphRun } from '../text/line.ts';

/** Points. */
const SIZE = 6;

/** From the corner of the trim to the right: past the crop mark. */
const INDENT = 8;

/**
 * A text of the smallest kind for the space under a page: what the file is, for the people at the press.
 *
 * @param like a run of the edition, whose face is taken.
 * @param place bottom of the trimmed page, and how far the bleed reaches under it; points.
 */
export function slugLine(
  said: string,
  like: GlyphRun,
  book: FontBook,
  place: { readonly bottom: number; readonly bleed: number },
): TextFragment {
  // What the face has no sign for is left out: a file name is plain letters and digits.
  const text = [...said].filter((sign) => like.face.hasGlyph(sign.codePointAt(0) ?? 0)).join('');
  const shaped = book.shape(like.face, text, {
    features: ['liga=0', 'clig=0'],
    language: 'en',
    script: 'Latn',
    direction: 'ltr',
  });
  const points = (units: number): number => (units * SIZE) / like.face.unitsPerEm;
  const advances = Float64Array.from(shaped.advances, points);
  const run: GlyphRun = {
    ...like,
    fontSize: pt(SIZE),
    glyphs: shaped.glyphs,
    advances,
    xOffsets: Float64Array.from(shaped.xOffsets, points),
    yOffsets: Float64Array.from(shaped.yOffsets, points),
    texts: Array.from(shaped.clusters, (cluster) => text[cluster] ?? ''),
    scale: 1,
    x: pt(0),
    width: pt(advances.reduce((sum, advance) => sum + advance, 0)),
    rise: pt(0),
    level: 0,
    inline: { ...like.inline, text, source: null, element: null, at: null },
    start: 0,
    end: text.length,
  };
  return {
    kind: 'text',
    run,
    x: pt(INDENT),
    y: pt(place.bottom + Math.max(mmToPt(3), place.bleed) + SIZE + 2),
    colour: { red: 0, green: 0, blue: 0 },
    structure: { kind: 'artifact', artifact: 'layout' },
  };
}

/** The smallest run of the first page with words on it; null for an edition without a word. */
export function smallestRun(composed: ComposedEdition): GlyphRun | null {
  for (const page of composed.pages) {
    const runs = page.fragments.flatMap((fragment) => (fragment.kind === 'text' ? [fragment.run] : []));
    const [first, ...others] = runs.filter((run) => run.glyphs.length > 0);
    if (first === undefined) continue;
    return others.reduce((least, run) => (run.fontSize < least.fontSize ? run : least), first);
  }
  return null;
}

/** The pages with a line under each that names file and page. */
export function addSlugs(
  composed: ComposedEdition,
  fileStem: string,
  options: { readonly book: FontBook; readonly bleed: number; readonly inks: string },
): readonly Page[] {
  const like = smallestRun(composed);
  if (like === null) return composed.pages;
  return composed.pages.map((page) => {
    const said = `${fileStem}  ${page.label}/${composed.pages.length}  ${options.inks}`;
    const place = { bottom: page.size.height, bleed: options.bleed };
    return { ...page, fragments: [...page.fragments, slugLine(said, like, options.book, place)] };
  });
}
