import type { Span } from '../core/origin.ts';
import { splitWords } from '../core/words.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import { escapePattern } from './escape-pattern.ts';
import type { TextMark } from './markdown/set-inline.ts';

/** What finds the abbreviations of a story and tells which of its own were never used. */
export type ExpansionFinder = {
  /** `abbr` elements with what they stand for, in order and apart. */
  readonly findMarks: (text: string) => readonly TextMark[];
  /** Reports GA228 for each abbreviation of the article that stands nowhere in it. */
  readonly reportUnused: () => void;
};

/** An abbreviation as an article defines it. */
export type TypedExpansion = { readonly short: string; readonly long: string; readonly at: Span };

/**
 * Makes the finder of a story: the paper's abbreviations, and over them the article's own. Whole words, capitals as
 * given. Reports GA223 for one that stands for nothing and GA229 for one that is given twice.
 */
export function createExpansionFinder(
  paper: Readonly<Record<string, string>>,
  own: readonly TypedExpansion[],
  context: Context,
): ExpansionFinder {
  const expansions = new Map(Object.entries(paper));
  const firsts = new Map<string, TypedExpansion>();
  for (const typed of own) {
    const first = firsts.get(typed.short);
    if (splitWords(typed.long).length === 0) {
      reportFault(context, 'GA223', {
        message: `nothing stands behind *[${typed.short}]:`,
        hint: `Write what ${typed.short} stands for behind the colon.`,
        span: typed.at,
      });
    } else if (first === undefined) {
      firsts.set(typed.short, typed);
      expansions.set(typed.short, typed.long);
    } else {
      reportFault(context, 'GA229', {
        message: `the abbreviation ${typed.short} is given twice`,
        span: typed.at,
        related: [{ message: 'the first one', span: first.at }],
      });
    }
  }
  const used = new Set<string>();
  const pattern = patternOf([...expansions.keys()]);
  return {
    findMarks: (text) =>
      pattern === null
        ? []
        : [...text.matchAll(pattern)].map((match): TextMark => {
            used.add(match[0]);
            const [start, end] = [match.index, match.index + match[0].length];
            return { start, end, name: 'abbr', attributes: { title: expansions.get(match[0]) ?? '' } };
          }),
    reportUnused: () => {
      for (const { short, at } of firsts.values()) {
        if (used.has(short)) continue;
        reportFault(context, 'GA228', {
          message: `the abbreviation ${short} stands nowhere in this story`,
          hint: 'Check its capitals, or take the line away.',
          span: at,
        });
      }
    },
  };
}

/** Longer ones go first: `ISSN-L` is not `ISSN`. */
function patternOf(shorts: readonly string[]): RegExp | null {
  const names = shorts.filter((name) => name !== '').sort((a, b) => b.length - a.length);
  if (names.length === 0) return null;
  const word = '[\\p{L}\\p{M}\\p{N}]';
  return new RegExp(`(?<!${word})(?:${names.map(escapePattern).join('|')})(?!${word})`, 'gu');
}
