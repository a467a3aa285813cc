import type { Face } from '../font/face.ts';
import type { FontBook } from '../font/font-book.ts';
import { clusterEnd } from './cluster-end.ts';
import { scriptOf } from './script-of.ts';
import { INVISIBLE } from './transform-case.ts';

/** A stretch of a token: UTF-16 range, face, script, and whether it is small capitals that have to be made by scaling. */
export type TokenPart = {
  readonly start: number;
  readonly end: number;
  readonly face: Face;
  readonly script: string;
  readonly isScaledCapital: boolean;
};

/** What a style gives to all its tokens. */
export type TokenStyle = {
  readonly book: FontBook;
  /** In order of preference; at least one. */
  readonly faces: readonly Face[];
  /** Script of tokens without letters. */
  readonly defaultScript: string;
  /** Which letters become small capitals by scaling; `none` when the font has them, or none are wanted. */
  readonly scaledCapitals: 'none' | 'lowercase' | 'all';
  /** Called for a character that no face has, with its offset in the token. */
  readonly onMissing: (codePoint: number, offset: number) => void;
};

const PLAIN = /^[\u0021-\u007e\u2018-\u201d]*$/;

/**
 * Splits a token (a stretch without spaces) where face, script or kind of capital changes. Characters of one grapheme
 * cluster stay together: a base with its marks is in one face. What no face has is left out of the parts and reported.
 */
export function splitToken(token: string, style: TokenStyle): readonly TokenPart[] {
  const [first] = style.faces;
  if (first === undefined) return [];
  if (style.scaledCapitals === 'none' && PLAIN.test(token) && hasAll(first, token)) {
    const script = /[A-Za-z]/.test(token) ? 'Latn' : style.defaultScript;
    return [{ start: 0, end: token.length, face: first, script, isScaledCapital: false }];
  }
  const parts: TokenPart[] = [];
  let script = firstScript(token) ?? style.defaultScript;
  for (let start = 0; start < token.length;) {
    const end = clusterEnd(token, start);
    const cluster = token.slice(start, end);
    const face = style.faces.find((candidate) => hasCluster(candidate, cluster));
    script = scriptOf(cluster.codePointAt(0)!) || script;
    if (face === undefined) style.onMissing(firstMissing(cluster, style.faces), start);
    else
      addPart(parts, { start, end, face, script, isScaledCapital: isScaled(cluster, style.scaledCapitals) });
    start = end;
  }
  return parts;
}

function addPart(parts: TokenPart[], part: TokenPart): void {
  const last = parts.at(-1);
  const continues =
    last !== undefined &&
    last.end === part.start &&
    last.face === part.face &&
    last.script === part.script &&
    last.isScaledCapital === part.isScaledCapital;
  if (continues) parts[parts.length - 1] = { ...last, end: part.end };
  else parts.push(part);
}

/** Small capitals replace letters that have a capital of another look; digits and punctuation stay. */
function isScaled(cluster: string, kind: TokenStyle['scaledCapitals']): boolean {
  if (kind === 'none') return false;
  const isLower = cluster.toUpperCase() !== cluster;
  return isLower || (kind === 'all' && cluster.toLowerCase() !== cluster);
}

/** HarfBuzz composes and decomposes accented letters as the font asks: one of the two forms is enough. */
function hasCluster(face: Face, cluster: string): boolean {
  if (hasAll(face, cluster)) return true;
  return (
    cluster > '\u007f' && (hasAll(face, cluster.normalize('NFC')) || hasAll(face, cluster.normalize('NFD')))
  );
}

/** Whether a face has every character of a text that has a look. */
function hasAll(face: Face, text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i)!;
    if (codePoint > 0xffff) i++;
    if (!face.hasGlyph(codePoint) && !isInvisible(codePoint) && !hasStandIn(face, codePoint)) return false;
  }
  return true;
}

/** HarfBuzz makes the widths of fixed spaces from the plain one; {@link withPlainHyphens} sees to hyphens. */
function hasStandIn(face: Face, codePoint: number): boolean {
  if (codePoint === 0x2010 || codePoint === 0x2011) return face.hasGlyph(0x2d);
  const isSpace =
    codePoint === 0xa0 ||
    (codePoint >= 0x2000 && codePoint <= 0x200a) ||
    codePoint === 0x202f ||
    codePoint === 0x205f;
  return isSpace && face.hasGlyph(0x20);
}

/** The text with U+002D for U+2010 and U+2011 where the face has no hyphen of its own. */
export function withPlainHyphens(text: string, face: Face): string {
  return /[\u2010\u2011]/.test(text) && !face.hasGlyph(0x2010) ? text.replace(/[\u2010\u2011]/g, '-') : text;
}

function isInvisible(codePoint: number): boolean {
  // Joiners and variation selectors act on their neighbours even where the font has no glyph for them.
  const isControl =
    codePoint === 0x200c || codePoint === 0x200d || (codePoint >= 0xfe00 && codePoint <= 0xfe0f);
  return isControl || INVISIBLE.test(String.fromCodePoint(codePoint));
}

/** What to blame: the character that fewest faces have; the first one that the preferred face lacks. */
function firstMissing(cluster: string, faces: readonly Face[]): number {
  const points = Array.from(cluster, (character) => character.codePointAt(0)!);
  const nowhere = points.find((point) => !isInvisible(point) && !faces.some((face) => face.hasGlyph(point)));
  return nowhere ?? points.find((point) => !faces[0]!.hasGlyph(point)) ?? points[0]!;
}

function firstScript(token: string): string | null {
  for (const character of token) {
    const script = scriptOf(character.codePointAt(0)!);
    if (script !== '') return script;
  }
  return null;
}
