import { findDashEdits } from './typography/dashes.ts';
import { findSpaceEdits } from './typography/spaces.ts';
import { findQuoteEdits } from './typography/quotation-marks.ts';
import { applyEdits, orderEdits, type TextEdit } from './typography/text-edit.ts';
import type { TypographyRules } from './typography/typography-rules.ts';

/** What typography does to one paragraph. */
export type TypesetEdits = {
  /** In order, apart from each other. */
  readonly edits: readonly TextEdit[];
  /** Where a quotation opens that is left open, to go on in the next paragraph; null where none is. */
  readonly openAt: number | null;
  /** Offsets of backticks that have no partner and stay as typed, in order. */
  readonly loneTicks: readonly number[];
};

/**
 * Finds what turns a typed paragraph into a set one: quotation marks, apostrophes, dashes, ellipses, ranges,
 * spaces that do not break.
 *
 * Letters, marks, digits and apostrophes inside words stay: {@link splitWords} gives the same before and after.
 * `continues` says that the paragraph before left its quotation open.
 */
export function findTypographyEdits(text: string, rules: TypographyRules, continues: boolean): TypesetEdits {
  const quotes = findQuoteEdits(text, rules, continues);
  const edits = [
    ...quotes.edits,
    ...findDashEdits(text, rules),
    ...findDotEdits(text),
    ...findRangeEdits(text),
    ...findMinusEdits(text),
    ...findSpaceEdits(text, rules),
  ];
  return { edits: orderEdits(edits, text), openAt: quotes.openAt, loneTicks: quotes.loneTicks };
}

/**
 * A single paragraph as set.
 *
 * @example
 * typesetText('He said: "Go--now...."', english) // 'He said: “Go—now.…”'
 */
export function typesetText(text: string, rules: TypographyRules): string {
  return applyEdits(text, findTypographyEdits(text, rules, false).edits);
}

/** Three dots are an ellipsis, four a full stop and an ellipsis; more are leaders and stay. */
const DOTS = /(?<!\.|\. )(?:\.{3,4}|\.(?: \.){2,3})(?!\.| \.)/g;

function findDotEdits(text: string): readonly TextEdit[] {
  return [...text.matchAll(DOTS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    replacement: match[0].replaceAll(' ', '').length === 4 ? '.…' : '…',
  }));
}

/** Two numbers with a hyphen, apart from letters and further hyphens: neither a telephone number nor a date. */
const RANGE = /(?<![\p{L}\p{N}.,/-])(\d{1,4})-(\d{1,4})(?![\p{L}\p{N}/-])/gu;

function findRangeEdits(text: string): readonly TextEdit[] {
  return [...text.matchAll(RANGE)]
    .filter((match) => isRange(match[1] ?? '', match[2] ?? ''))
    .map((match) => {
      const start = match.index + (match[1] ?? '').length;
      return { start, end: start + 1, replacement: '–' };
    });
}

/** A hyphen before a figure that is all of a text, as in a table, or a temperature. */
const MINUS = /^-(?=\d[\d., \u00a0]*(?:%|‰|°|$))|(?<=[\s(])-(?=\d+(?:[.,]\d+)?[ \u00a0]?°)/gu;

function findMinusEdits(text: string): readonly TextEdit[] {
  return [...text.matchAll(MINUS)].map(({ index }) => ({
    start: index,
    end: index + 1,
    replacement: '\u2212',
  }));
}

/** Seven digits are a local telephone number; eight are a range only as two years in order (else an ISSN). */
function isRange(first: string, second: string): boolean {
  const digits = first.length + second.length;
  if (digits === 7) return false;
  if (digits < 8) return true;
  return Number(first) >= 1000 && Number(first) <= Number(second) && Number(second) < 2200;
}
