import type { InlineRun } from '../style/inline-run.ts';
import type { BreakTable } from './break-table.ts';
import { findHyphens, isCompound } from './find-hyphens.ts';
import type { HyphenLimits } from './hyphenator.ts';
import type { TextEngine } from './text-engine.ts';
import { wideStretches } from './wide-stretches.ts';

/** Least letters of the word, before the hyphen and after it, where a hyphen is the only help. */
const LEAST_LIMITS: HyphenLimits = [4, 2, 2];
/** Fewer letters than these look poor: taken only where no other place is left. */
const FEW_LETTERS = 3;

/** Text without spaces, those that do not break among them. */
const TOKEN = /[^ \u2028\u00a0\u202f]+/g;

const endOf = (token: RegExpExecArray): number => token.index + token[0].length;

/** Ems of a measure that is too narrow for a hyphen: letters have their place first. */
const LEAST_EMS = 3;

/** Offsets where a hyphen may be added, rising, and those of them that are to be taken only where nothing else helps. */
export type LastHyphens = { readonly hyphens: readonly number[]; readonly poorHyphens: readonly number[] };

/**
 * Where words that are wider than the measure may be divided with a hyphen though their style wants none, or fewer: heads,
 * cells, names. By the patterns and exceptions of their language, or where the author put soft hyphens.
 *
 * @param table the breaks of the text without these
 * @param width points
 */
export function lastHyphens(
  text: string,
  runs: readonly InlineRun[],
  to: { readonly table: BreakTable; readonly width: number; readonly engine: TextEngine },
): LastHyphens {
  const hyphens: number[] = [];
  const poorHyphens: number[] = [];
  const tokens = [...text.matchAll(TOKEN)];
  let next = 0;
  for (const { start, end } of wideStretches(to.table, to.width)) {
    while (next < tokens.length && endOf(tokens[next]!) <= start) next += 1;
    for (let at = next; at < tokens.length && tokens[at]!.index < end; at += 1) {
      const token = tokens[at]!;
      const { language, style } = runAt(runs, token.index);
      if (to.width < LEAST_EMS * style.fontSize) continue;
      const hyphenator = to.engine.hyphenatorOf(language);
      const points = findHyphens(token[0], hyphenator, LEAST_LIMITS).map((point) => token.index + point);
      const inside = points.filter((point) => point > start && point < end);
      hyphens.push(...inside);
      const isPoor = (point: number): boolean =>
        isCompound(token[0]) || point - token.index < FEW_LETTERS || endOf(token) - point < FEW_LETTERS;
      poorHyphens.push(...inside.filter(isPoor));
    }
  }
  return { hyphens, poorHyphens };
}

function runAt(runs: readonly InlineRun[], offset: number): InlineRun {
  let end = 0;
  const found = runs.find((run) => (end += run.text.length) > offset);
  return found ?? runs.at(-1)!;
}
