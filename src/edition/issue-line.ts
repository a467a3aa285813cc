import type { Span } from '../core/origin.ts';
import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Locale } from '../manifest/locale.ts';
import { fillPattern, placeholdersOf } from './fill-pattern.ts';

/** The facts that an issue line is made of. */
export type IssueFacts = {
  readonly name: string;
  readonly number: string | null;
  readonly volume: string | null;
  readonly abbreviation: string | null;
  readonly printed: string;
  readonly printedLong: string;
};

/** The words in braces that an issue line may have. */
export const ISSUE_LINE_WORDS: readonly string[] = ['name', 'number', 'date', 'volume', 'abbreviation'];

/**
 * The issue line: the manifest's pattern filled in, else the language's usual form. A pattern that asks for what the
 * issue lacks is reported (GA129), and the usual form taken.
 */
export function formatIssueLine(
  pattern: { readonly text: string; readonly span: Span | null } | null,
  facts: IssueFacts,
  locale: Locale,
  context: Context,
): string {
  if (pattern === null) return usualLine(facts, locale);
  const values = {
    name: facts.name,
    number: facts.number,
    date: facts.printed,
    volume: facts.volume,
    abbreviation: facts.abbreviation,
  };
  const given = Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );
  const lacking = placeholdersOf(pattern.text).filter(
    (word) => ISSUE_LINE_WORDS.includes(word) && !Object.hasOwn(given, word),
  );
  if (lacking.length === 0) return fillPattern(pattern.text, given);
  const message = `the issue line asks for {${lacking.join('} and {')}}, and the issue gives none`;
  reportFault(context, 'GA129', { message, span: pattern.span });
  return usualLine(facts, locale);
}

function usualLine(facts: IssueFacts, locale: Locale): string {
  const { number, volume, printedLong: date } = facts;
  if (number === null) return fillPattern(locale.issueLineWithoutNumber, { date });
  if (volume === null) return fillPattern(locale.issueLine, { number, date });
  return fillPattern(locale.issueLineWithVolume, { number, date, volume });
}

/** Reports the words in braces that a pattern may not have (GA128). */
export function checkPlaceholders(
  text: string,
  known: readonly string[],
  place: { readonly key: string; readonly span: Span | null },
  context: Context,
): void {
  for (const word of placeholdersOf(text)) {
    if (known.includes(word)) continue;
    const near = suggest(word, known);
    const list = `It may have: ${known.map((each) => `{${each}}`).join(', ')}.`;
    reportFault(context, 'GA128', {
      message: `\`${place.key}\` has {${word}}, which galley does not fill`,
      hint: near === null ? list : `Did you mean {${near}}? ${list}`,
      span: place.span,
    });
  }
}
