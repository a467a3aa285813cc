import { classNamed, lineBreakClass } from './line-break-class.ts';

const [L, V, T, LV, LVT] = (['JL', 'JV', 'JT', 'H2', 'H3'] as const).map((name) => classNamed(name));
/** Marks, joiners, skin tones, tags: Extend and SpacingMark. */
const EXTENDING = /\p{M}|\u200c|\u200d|[\uff9e\uff9f]|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]/u;
const PREPENDED =
  /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\u{110bd}\u{110cd}\u{111c2}\u{111c3}\u{1193f}\u{11941}]/u;
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]/u;
const PICTOGRAPH = /\p{Extended_Pictographic}/u;
/** Letters below the first combining mark stand alone, but for controls. */
const FIRST_MARK = 0x300;

/**
 * End of the grapheme cluster that begins at an offset: the base, its marks, and what a joiner ties to it; a flag is two
 * regional indicators, a Korean syllable its letters (UAX #29, extended clusters).
 *
 * Invariant attacked by the tests: the result on each line of the Unicode GraphemeBreakTest file is the one written there.
 *
 * @example
 * clusterEnd('e\u0301a', 0) // 2
 */
export function clusterEnd(text: string, start: number): number {
  let before = text.codePointAt(start)!;
  let end = start + widthOf(before);
  if (end >= text.length || (before >= 0x20 && before < 0x7f && text.charCodeAt(end) < FIRST_MARK))
    return end;
  let isPicture = isIn(PICTOGRAPH, before);
  let indicators = isRegional(before) ? 1 : 0;
  while (end < text.length) {
    const next = text.codePointAt(end)!;
    const pair = isRegional(next) && indicators === 1;
    const isJoined = before === 0x200d && isPicture && isIn(PICTOGRAPH, next);
    if (!pair && !isJoined && !isTied(before, next)) return end;
    indicators = pair ? 2 : isRegional(next) ? 1 : 0;
    isPicture = isIn(PICTOGRAPH, next) || (isPicture && isIn(EXTENDING, next));
    before = next;
    end += widthOf(next);
  }
  return end;
}

const widthOf = (codePoint: number): number => (codePoint > 0xffff ? 2 : 1);

const isIn = (set: RegExp, codePoint: number): boolean => set.test(String.fromCodePoint(codePoint));

const isRegional = (codePoint: number): boolean => codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;

/** GB3–GB9b: whether two characters are never parted, whatever stands before them. */
function isTied(before: number, after: number): boolean {
  if (before === 0x0d && after === 0x0a) return true;
  if (isControl(before) || isControl(after)) return false;
  return isIn(EXTENDING, after) || isIn(PREPENDED, before) || isSyllable(before, after);
}

const isControl = (codePoint: number): boolean =>
  isIn(CONTROL, codePoint) && !isIn(EXTENDING, codePoint) && !isIn(PREPENDED, codePoint);

function isSyllable(before: number, after: number): boolean {
  if (after < 0x1100) return false;
  const [first, second] = [lineBreakClass(before), lineBreakClass(after)];
  if (first === L) return second === L || second === V || second === LV || second === LVT;
  if (first === V || first === LV) return second === V || second === T;
  return (first === T || first === LVT) && second === T;
}
