import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import type { InlineRun } from '../style/inline-run.ts';
import { scriptOf } from './script-of.ts';

/** A character that no font has, and the run that it stands in. */
export type MissingCharacter = { readonly codePoint: number; readonly run: InlineRun };

/** Characters of one script that a message names; the rest are counted. */
const MOST_NAMED = 3;

/**
 * Reports GA510 for the characters of a paragraph that no font has: those of one script together, at the first of them,
 * since one font has them all; signs without a script each by itself. One that comes again is told once.
 */
export function reportMissing(
  missing: readonly MissingCharacter[],
  trail: readonly string[],
  context: Context,
): void {
  const groups = new Map<string, Map<number, InlineRun>>();
  for (const { codePoint, run } of missing) {
    const key = scriptOf(codePoint) || String(codePoint);
    const group = groups.get(key) ?? new Map<number, InlineRun>();
    if (!group.has(codePoint)) group.set(codePoint, run);
    groups.set(key, group);
  }
  for (const group of groups.values()) {
    const points = [...group.keys()];
    const first = points[0]!;
    reportFault(context, 'GA510', {
      message: `no font has the ${listed(points)}`,
      hint: hintFor(first),
      span: group.get(first)!.at,
      sought: String.fromCodePoint(first),
      trail,
    });
  }
}

function listed(points: readonly number[]): string {
  const named = points.slice(0, MOST_NAMED).map((point) => {
    const number = point.toString(16).toUpperCase().padStart(4, '0');
    return `“${String.fromCodePoint(point)}” (U+${number})`;
  });
  const rest = points.length - named.length;
  const parts = rest === 0 ? named : [...named, `${rest} more of its script`];
  const last = parts.pop()!;
  return parts.length === 0 ? `character ${last}` : `characters ${parts.join(', ')} and ${last}`;
}

const ADD_FONT =
  'a font that has it into fonts/ of the paper: a .ttf file and a family.yaml (docs/themes.md)';

function hintFor(point: number): string {
  if (/[\p{Co}\p{Cs}\p{Noncharacter_Code_Point}]/u.test(String.fromCodePoint(point)))
    return 'Take it out: it is a letter of no script, and only what it was copied from has a sign for it.';
  return scriptOf(point) === ''
    ? `Take it out or say it in words, or put ${ADD_FONT}.`
    : `Put ${ADD_FONT}. No style sheet need name it.`;
}
