/*
 * A line that runs over the fold of a spread is parted at a word space: what stands before it ends at the fold's white,
 * what follows begins behind it, so that no letter is cut and none is bent. Of the spaces that can stand there the one
 * is taken that leaves the line nearest to where it stood.
 * Invariants that the tests attack: no ink between `before` and `after`; every glyph once; nothing outside the measure.
 */
import { pt } from '../core/units.ts';
import type { GlyphRun, Line } from '../text/line.ts';
import { lineWith } from '../text/set-line.ts';
import type { Fold } from './leg-grid.ts';

/** A place between two words: glyph `glyph` of run `run` is the space, which goes with the words on its left. */
type WordSpace = {
  readonly run: number;
  readonly glyph: number;
  /** Where the ink on its left ends and that on its right begins, points from the left edge of the measure. */
  readonly left: number;
  readonly right: number;
};

/**
 * The line with its words clear of the fold, as far as there is room between two places; the same object where they are
 * clear already, null where no word space can stand there. Points from the left edge of the line's measure.
 */
export function partLine(
  line: Line,
  fold: Fold,
  room: { readonly from: number; readonly to: number },
): Line | null {
  const first = line.runs.reduce((least, { x }) => Math.min(least, x), Infinity);
  const last = line.runs.reduce((most, run) => Math.max(most, inkEnd(run)), -Infinity);
  if (last <= fold.before || first >= fold.after) return line;
  const parts = wordSpaces(line.runs).flatMap((space) => {
    const natural = space.right - space.left;
    // Where the words' own space is wider than the fold's white, it stays as it is.
    const over = Math.max(0, natural - (fold.after - fold.before)) / 2;
    const left = fold.before - over - space.left;
    const right = fold.after + over - space.right;
    const isInside = first + left >= room.from - PLAY && last + right <= room.to + PLAY;
    return isInside ? [{ space, left, right, moved: Math.abs(left + right) }] : [];
  });
  const best = parts.reduce<(typeof parts)[number] | null>(
    (least, part) => (least === null || part.moved < least.moved ? part : least),
    null,
  );
  if (best === null) return null;
  const runs = line.runs.flatMap((run, index): readonly GlyphRun[] => {
    if (index !== best.space.run) {
      const isLeft = run.x < best.space.right - PLAY;
      return [moved(run, isLeft ? best.left : best.right)];
    }
    const [left, right] = splitRun(run, best.space.glyph + 1);
    return [left, right].flatMap((part, side) =>
      part.glyphs.length === 0 ? [] : [moved(part, side === 0 ? best.left : best.right)],
    );
  });
  return lineWith(line, { runs });
}

/** Points by which rounding may miss. */
const PLAY = 0.01;

const moved = (run: GlyphRun, by: number): GlyphRun => ({ ...run, x: pt(run.x + by) });

const isSpace = (text: string | undefined): boolean => text !== undefined && /^ +$/.test(text);

/** Where a run ends without the spaces at its end. */
function inkEnd(run: GlyphRun): number {
  let end = run.x + run.width;
  for (let at = run.glyphs.length - 1; at >= 0 && isSpace(run.texts[at]); at -= 1)
    end -= (run.advances[at] ?? 0) * run.scale;
  return end;
}

/** Spaces between words in runs from left to right; a run whose glyphs do not say its text one by one is left whole. */
function wordSpaces(runs: readonly GlyphRun[]): readonly WordSpace[] {
  return runs.flatMap((run, index): readonly WordSpace[] => {
    const text = run.inline.text.slice(run.start, run.end);
    if (run.level % 2 === 1 || run.texts.join('') !== text) return [];
    const spaces: WordSpace[] = [];
    let x: number = run.x;
    run.texts.forEach((said, glyph) => {
      const end = x + (run.advances[glyph] ?? 0) * run.scale;
      // A line's last space, before its break, parts nothing.
      const isLast = glyph === run.texts.length - 1 && index === runs.length - 1;
      if (said === ' ' && !isLast) spaces.push({ run: index, glyph, left: x, right: end });
      x = end;
    });
    return spaces;
  });
}

/** A run in two, the second from a glyph on; each stands where it stood. */
function splitRun(run: GlyphRun, at: number): readonly [GlyphRun, GlyphRun] {
  const part = (from: number, to: number): Omit<GlyphRun, 'x' | 'start' | 'end'> => ({
    ...run,
    glyphs: run.glyphs.slice(from, to),
    advances: run.advances.slice(from, to),
    xOffsets: run.xOffsets.slice(from, to),
    yOffsets: run.yOffsets.slice(from, to),
    texts: run.texts.slice(from, to),
    width: pt(run.advances.slice(from, to).reduce((sum, advance) => sum + advance, 0) * run.scale),
  });
  const left = part(0, at);
  const middle = run.start + left.texts.join('').length;
  const right = part(at, run.glyphs.length);
  return [
    { ...left, x: run.x, start: run.start, end: middle },
    { ...right, x: pt(run.x + left.width), start: middle, end: run.end },
  ];
}
