import { findSpacedHyphens } from './spaced-hyphens.ts';
import type { TextEdit } from './text-edit.ts';
import type { TypographyRules } from './typography-rules.ts';

/** Two or three typed hyphens; four or more are a line to write on. */
const TYPED_DASH = /(?<!-)-{2,3}(?!-)/g;

/** A dash in its surroundings. Offsets are of the hyphens alone. */
type TypedDash = {
  readonly start: number;
  readonly end: number;
  readonly spaceBefore: number;
  readonly spaceAfter: number;
  /** The character before and after, spaces left out; empty at the ends of the text. */
  readonly before: string;
  readonly after: string;
};

/** Finds what typed dashes become. Spaces are edits of their own, so that a protected one keeps only itself. */
export function findDashEdits(text: string, rules: TypographyRules): readonly TextEdit[] {
  return [...findTypedDashes(text, rules), ...findSpacedHyphens(text, rules)];
}

function findTypedDashes(text: string, rules: TypographyRules): readonly TextEdit[] {
  const dashes = [...text.matchAll(TYPED_DASH)].map((match) => readDash(text, match));
  if (rules.dashSpacing === 'hugging') return hug(text, dashes, rules.dash);
  return dashes.flatMap((dash, index) => {
    if (isNumberRange(dash)) return [{ start: dash.start, end: dash.end, replacement: '–' }];
    if (dash.before === '') return [{ start: dash.start, end: dash.end, replacement: rules.dash }];
    if (rules.dashSpacing === 'closed') {
      const answers = isAnswer(text, dash, dashes[index - 1]?.end ?? null);
      return setDash(dash, answers ? ' ' : '', rules.dash, '');
    }
    // A dash never begins a line: the space before it does not break.
    const isBeforeMark = dash.after === '' || (dash.spaceAfter === 0 && MARK.test(dash.after));
    return setDash(dash, '\u00A0', rules.dash, isBeforeMark ? '' : ' ');
  });
}

function readDash(text: string, match: RegExpExecArray): TypedDash {
  const start = match.index;
  const end = start + match[0].length;
  let spaceBefore = 0;
  while (isSpace(text[start - spaceBefore - 1])) spaceBefore += 1;
  let spaceAfter = 0;
  while (isSpace(text[end + spaceAfter])) spaceAfter += 1;
  return {
    start,
    end,
    spaceBefore,
    spaceAfter,
    before: text[start - spaceBefore - 1] ?? '',
    after: text[end + spaceAfter] ?? '',
  };
}

const isSpace = (character: string | undefined): boolean => character === ' ' || character === '\u00A0';

function isNumberRange(dash: TypedDash): boolean {
  return dash.spaceBefore + dash.spaceAfter === 0 && /\d/.test(dash.before) && /\d/.test(dash.after);
}

function setDash(dash: TypedDash, before: string, mark: string, after: string): readonly TextEdit[] {
  const spaces = (start: number, length: number, replacement: string): TextEdit[] =>
    length === 0 ? [] : [{ start, end: start + length, replacement }];
  return [
    ...spaces(dash.start - dash.spaceBefore, dash.spaceBefore, before),
    {
      start: dash.start,
      end: dash.end,
      replacement: (dash.spaceBefore === 0 ? before : '') + mark + (dash.spaceAfter === 0 ? after : ''),
    },
    ...spaces(dash.end, dash.spaceAfter, after),
  ];
}

/** What a sentence ends in: before a full stop alone stands a word that is no abbreviation. */
const ENDED = /(?:[!?…]|\.(?=["'»”’])|(?:^|[^\p{L}.])\p{Ll}{3,}\.)["'»”’)\]]*$/u;
/** An insertion that a later dash of the sentence closes. */
const CLOSED_LATER = /^[^.!?…]*(?:--|[–—])/;

/** Whether a dash leads in a name or an answer: behind a whole sentence, with a space, and not the end of an insertion. */
function isAnswer(text: string, dash: TypedDash, earlier: number | null): boolean {
  if (dash.spaceBefore === 0 || !/[\p{Lu}"'“‘«¿¡]/u.test(dash.after)) return false;
  const before = text.slice(0, dash.start - dash.spaceBefore);
  if (!ENDED.test(before.slice(-ENDED_REACH)) || CLOSED_LATER.test(text.slice(dash.end))) return false;
  return earlier === null || SENTENCE_END.test(before.slice(earlier));
}

/** Characters looked at before a dash: the last word, an end mark and what may close behind it. */
const ENDED_REACH = 40;

/** What stands close behind a dash. */
const MARK = /[.,;:!?…)\]}]/;
const OPENING = /[([{¿¡«“‘"'`]/;
const CLOSING = /[.,;:!?…)\]}»”’"']/;
const SENTENCE_END = /[.!?…]["'»”’)\]]*\s+["'«“‘`¿¡([]*\p{Lu}/u;

/**
 * Spanish rayas: the opening one has its space before it, the closing one after it, none towards the inserted
 * words. Typed spaces decide which is which; where they do not, opening and closing alternate in the sentence.
 */
function hug(text: string, dashes: readonly TypedDash[], mark: string): readonly TextEdit[] {
  let isOpen = false;
  let reached = 0;
  return dashes.flatMap((dash) => {
    if (SENTENCE_END.test(text.slice(reached, dash.start))) isOpen = false;
    reached = dash.end;
    if (isNumberRange(dash)) return [{ start: dash.start, end: dash.end, replacement: '–' }];
    const closes = closesInsertion(dash, isOpen);
    isOpen = !closes;
    if (!closes) return setDash(dash, isAfterOpening(dash) ? '' : ' ', mark, '');
    return setDash(dash, '', mark, dash.after === '' || CLOSING.test(dash.after) ? '' : ' ');
  });
}

/** At the start, or closed up to what opens: a typed quotation mark with a space behind it has closed. */
const isAfterOpening = ({ before, spaceBefore }: TypedDash): boolean =>
  before === '' || (spaceBefore === 0 && OPENING.test(before));

function closesInsertion(dash: TypedDash, isOpen: boolean): boolean {
  if (isAfterOpening(dash)) return dash.after === '';
  if (dash.after === '' || (CLOSING.test(dash.after) && dash.spaceAfter === 0 && isOpen)) return true;
  if (/[.,;:!?…]/.test(dash.after)) return true;
  if (dash.spaceBefore > 0 !== dash.spaceAfter > 0) return dash.spaceAfter > 0;
  return isOpen;
}
