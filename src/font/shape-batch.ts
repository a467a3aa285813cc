import type { ShapedText } from './shaped-text.ts';

/**
 * Shapes many short texts as one long one and cuts the result apart: nearly all the time of shaping a word goes into
 * starting HarfBuzz, not into its glyphs.
 *
 * Between the texts stands a character that no font maps, so nothing joins across it. Where HarfBuzz still flags a text's
 * edge as unsafe to break, that text is shaped again by itself: the result is always that of shaping it alone.
 */
export function shapeBatch(
  texts: readonly string[],
  shape: (text: string) => ShapedText,
): readonly ShapedText[] {
  // Around 500 words a call: the whole stays in the processor's cache, the start costs nothing any more.
  const results: ShapedText[] = [];
  for (let from = 0; from < texts.length; from += BATCH) {
    const part = texts.slice(from, from + BATCH);
    results.push(...(part.length === 1 ? [shape(part[0]!)] : cutApart(part, shape)));
  }
  return results;
}

const BATCH = 512;

/** A noncharacter: never in a font's cmap, never in checked text. */
const SEPARATOR = '\uffff';

function cutApart(texts: readonly string[], shape: (text: string) => ShapedText): ShapedText[] {
  const whole = shape(texts.join(SEPARATOR));
  const count = whole.glyphs.length;
  const isRightToLeft = count > 1 && whole.clusters[0]! > whole.clusters[count - 1]!;
  let start = 0;
  let glyph = isRightToLeft ? count : 0;
  return texts.map((text) => {
    const end = start + text.length;
    const from = glyph;
    if (isRightToLeft) while (glyph > 0 && whole.clusters[glyph - 1]! < end) glyph--;
    else while (glyph < count && whole.clusters[glyph]! < end) glyph++;
    const [low, high] = isRightToLeft ? [glyph, from] : [from, glyph];
    const isAlone = isSafe(whole, start, low, high) && isSafe(whole, end, low - 1, high + 1);
    const result = isAlone ? cut(whole, start, low, high) : shape(text);
    // The separator's own glyph.
    glyph += isRightToLeft ? -1 : 1;
    start = end + 1;
    return result;
  });
}

/** Whether the glyphs of the cluster at `offset`, looked for between two glyphs, carry no flag. */
function isSafe(whole: ShapedText, offset: number, low: number, high: number): boolean {
  for (let i = Math.max(0, low); i < Math.min(high, whole.glyphs.length); i++) {
    if (whole.clusters[i] === offset && whole.unsafeToBreak[i] !== 0) return false;
  }
  return true;
}

function cut(whole: ShapedText, start: number, low: number, high: number): ShapedText {
  return {
    glyphs: whole.glyphs.slice(low, high),
    clusters: whole.clusters.slice(low, high).map((cluster) => cluster - start),
    advances: whole.advances.slice(low, high),
    xOffsets: whole.xOffsets.slice(low, high),
    yOffsets: whole.yOffsets.slice(low, high),
    unsafeToBreak: whole.unsafeToBreak.slice(low, high),
  };
}
