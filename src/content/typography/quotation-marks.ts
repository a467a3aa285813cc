import type { TextEdit } from './text-edit.ts';
import type { TypographyRules } from './typography-rules.ts';

/*
 * Typewriter quotation marks. `"` stands outside, a backtick and `'` inside; a plain text tells opening from
 * closing only by its neighbours, and `'` is an apostrophe, a closing mark, an opening mark or a prime.
 *
 * One pass from left to right with a stack of what is open. A mark opens when something that may stand before
 * a quotation is on its left (start, space, bracket, dash, another opening mark) and something solid on its
 * right. Otherwise `"` closes, and `'` closes what a single mark opened, else it is an apostrophe.
 * A backtick opens, and closes what a backtick opened: both `so' and `so` are a quotation. One without a partner stays
 * as typed.
 * Exceptions come first: primes after digits, decades ('90s), elisions ('tis), `' "` with the typist's space.
 *
 * Invariant: only quotation marks, and the space of `' "`, are ever replaced.
 * Invariant: a backtick is replaced only where the mark that it belongs to is replaced too.
 */

/** What quotation marks become. */
export type QuoteEdits = {
  readonly edits: readonly TextEdit[];
  /** Offset of the double mark that is left open at the end; null where none is. */
  readonly openAt: number | null;
  /** Offsets of the backticks that have no partner and stay as typed, in order. */
  readonly loneTicks: readonly number[];
};

type Level = 'double' | 'single';
/** A mark that waits for its partner: what was typed, and where. */
type Opened = { readonly level: Level; readonly typed: string; readonly at: number };
type Role = { readonly act: 'open' | 'close'; readonly level: Level } | 'apostrophe' | 'leave';

/** A mark under study: the text, its place and length, what is open, and where the last mark opened. */
type Mark = {
  readonly text: string;
  readonly at: number;
  readonly previous: string;
  readonly next: string;
  readonly open: readonly Opened[];
  /** Offset behind the last opening mark, -1 before the first. */
  readonly openedAt: number;
  /** Offset behind the last closing single mark, -1 before the first. */
  readonly innerClosedAt: number;
  readonly elisions: readonly string[];
};

/** Marks kept in mind as open: no writer nests so many, and it keeps a row of marks linear. */
const MAX_OPEN = 8;
const APOSTROPHE = '’';
/** Between two closing marks: narrower than a word space, and never a place to break. */
const NARROW_SPACE = '\u202F';
const WORD = /[\p{L}\p{M}\p{N}]/u;

/** Finds what the typed quotation marks of one paragraph become. */
export function findQuoteEdits(text: string, rules: TypographyRules, continues: boolean): QuoteEdits {
  const edits: TextEdit[] = [];
  const loneTicks: number[] = [];
  let open: readonly Opened[] = [];
  let openedAt = -1;
  let innerClosedAt = -1;
  for (const match of text.matchAll(/`{1,3}|''|'|"/g)) {
    for (const [at, typed] of separateMarks(match[0], match.index, open)) {
      const end = at + typed.length;
      const [previous, next] = [text[at - 1] ?? '', text[end] ?? ''];
      const mark = { text, at, previous, next, open, openedAt, innerClosedAt, elisions: rules.elisions };
      const role = roleOf(typed, mark);
      if (role === 'leave' && typed.startsWith('`')) loneTicks.push(at);
      if (role === 'leave') continue;
      const isContinued = continues && at === 0 && role !== 'apostrophe' && role.level === 'double';
      edits.push({ start: at, end, replacement: isContinued ? rules.continuation : markFor(role, rules) });
      if (role === 'apostrophe') continue;
      if (role.act === 'close' && role.level === 'double' && isTypistsSpace(mark)) {
        edits.push({ start: at - 1, end: at, replacement: NARROW_SPACE });
      }
      if (role.act === 'open') openedAt = end;
      else if (role.level === 'single') innerClosedAt = end;
      const opened = { level: role.level, typed, at };
      const change = role.act === 'open' ? openMark(open, opened) : closeLevel(open, role.level);
      loneTicks.push(...ticksOf(change.lost));
      open = change.open;
    }
  }
  // A quotation that goes on in the next paragraph takes what is open inside it along.
  const outermost = open.findIndex((mark) => mark.level === 'double');
  loneTicks.push(...ticksOf(outermost < 0 ? open : open.slice(0, outermost)));
  return { ...leaveTicks(edits, loneTicks, text, rules), openAt: open[outermost]?.at ?? null };
}

function hasDouble(open: readonly Opened[]): boolean {
  return open.some((mark) => mark.level === 'double');
}

/** Where single backticks stand among marks that nothing closes. */
function ticksOf(marks: readonly Opened[]): readonly number[] {
  return marks.filter((mark) => mark.typed === '`').map((mark) => mark.at);
}

/** Takes back what lone backticks became; before a decade or an elision one is an apostrophe. */
function leaveTicks(
  edits: readonly TextEdit[],
  lone: readonly number[],
  text: string,
  rules: TypographyRules,
): Pick<QuoteEdits, 'edits' | 'loneTicks'> {
  const isElision = (at: number): boolean => startsElision({ text, at, elisions: rules.elisions });
  const elisions = new Set(lone.filter(isElision));
  const left = new Set(lone.filter((at) => !elisions.has(at)));
  const kept = edits
    .filter((edit) => !left.has(edit.start))
    .map((edit) => (elisions.has(edit.start) ? { ...edit, replacement: APOSTROPHE } : edit));
  return { edits: kept, loneTicks: [...left].sort((a, b) => a - b) };
}

/**
 * Two apostrophes are one closing mark only after two backticks; else each stands for itself. Of three backticks
 * the single one stands inside.
 */
function separateMarks(
  typed: string,
  at: number,
  open: readonly Opened[],
): readonly (readonly [number, string])[] {
  const innermost = open[open.length - 1];
  if (typed === '```') {
    const parts = innermost?.typed === '`' ? (['`', '``'] as const) : (['``', '`'] as const);
    return [
      [at, parts[0]],
      [at + parts[0].length, parts[1]],
    ];
  }
  if (typed !== "''" || innermost?.level === 'double') return [[at, typed]];
  return [
    [at, "'"],
    [at + 1, "'"],
  ];
}

function markFor(role: Exclude<Role, 'leave'>, rules: TypographyRules): string {
  if (role === 'apostrophe') return APOSTROPHE;
  const pair = role.level === 'double' ? rules.outer : rules.inner;
  return role.act === 'open' ? pair[0] : pair[1];
}

/** What is open after a mark, and what waits no longer though nothing closed it. */
type Change = { readonly open: readonly Opened[]; readonly lost: readonly Opened[] };

function openMark(open: readonly Opened[], mark: Opened): Change {
  const all = [...open, mark];
  return { open: all.slice(-MAX_OPEN), lost: all.slice(0, -MAX_OPEN) };
}

/** After a mark of this level has closed: everything inside it ends with it. */
function closeLevel(open: readonly Opened[], level: Level): Change {
  const index = open.findLastIndex((mark) => mark.level === level);
  return index < 0 ? { open, lost: [] } : { open: open.slice(0, index), lost: open.slice(index + 1) };
}

function roleOf(typed: string, mark: Mark): Role {
  if (typed === '``' || typed === '`') return roleOfTick(typed, mark);
  if (typed === "''") return { act: 'close', level: 'double' };
  return typed === '"' ? roleOfDouble(mark) : roleOfSingle(mark);
}

function roleOfTick(typed: '`' | '``', mark: Mark): Role {
  const level = typed === '`' ? 'single' : 'double';
  const isClosing = mark.open[mark.open.length - 1]?.typed === typed && mark.openedAt !== mark.at;
  if (isClosing && isSolidEnd(mark.previous)) return { act: 'close', level };
  return isSolid(mark.next) && !WORD.test(mark.previous) ? { act: 'open', level } : 'leave';
}

function roleOfDouble(mark: Mark): Role {
  const isOpen = hasDouble(mark.open);
  if (isTypistsSpace(mark) && isOpen) return { act: 'close', level: 'double' };
  if (isInches(mark, isOpen)) return 'leave';
  if (isOpen && isBeforeStop(mark)) return { act: 'close', level: 'double' };
  const canOpen = mayFollow(mark);
  if (canOpen && (isSolid(mark.next) || !isOpen)) return { act: 'open', level: 'double' };
  return { act: 'close', level: 'double' };
}

function isInches(mark: Mark, isOpen: boolean): boolean {
  if (!/\d/.test(mark.previous)) return false;
  return !isOpen || /\d['′] ?\d{1,2}$/.test(mark.text.slice(Math.max(0, mark.at - 8), mark.at));
}

function roleOfSingle(mark: Mark): Role {
  const isOpen = mark.open[mark.open.length - 1]?.level === 'single';
  const [afterWord, beforeWord] = [WORD.test(mark.previous), WORD.test(mark.next)];
  if (/\d/.test(mark.previous) && (/\d/.test(mark.next) || (!beforeWord && !isOpen))) return 'leave';
  if (afterWord && beforeWord) return 'apostrophe';
  if (mayFollow(mark)) {
    if (startsElision(mark)) return 'apostrophe';
    if (isSolid(mark.next)) return { act: 'open', level: 'single' };
    return isOpen ? { act: 'close', level: 'single' } : 'leave';
  }
  if (!isOpen || isPossessive(mark)) return 'apostrophe';
  return { act: 'close', level: 'single' };
}

/** Decades and years ('90s, '68), and the words of the language's list ('tis). */
function startsElision(mark: Pick<Mark, 'text' | 'at' | 'elisions'>): boolean {
  const rest = mark.text.slice(mark.at + 1, mark.at + 12);
  if (/^\d\ds?(?![\p{L}\p{N}])/u.test(rest)) return true;
  const word = /^\p{L}+/u.exec(rest)?.[0].toLowerCase();
  return word !== undefined && mark.elisions.includes(word);
}

/** "the workers' boats,' he said": a plural's apostrophe, since the closing mark is still to come. */
function isPossessive(mark: Mark): boolean {
  if (mark.previous !== 's' || !/^ \p{Ll}/u.test(mark.text.slice(mark.at + 1, mark.at + 3))) return false;
  // A quotation inside a quotation is short; the cap keeps long paragraphs linear.
  const rest = mark.text.slice(mark.at + 1, mark.at + 401);
  const ahead = /^[^"`]*?(?<=\S)(?:'(?![\p{L}\p{N}])|`)/u.exec(rest);
  return ahead !== null && !/\s'/.test(ahead[0]);
}

/** `offer.' "`: the space that typists put between two closing marks. */
function isTypistsSpace(mark: Mark): boolean {
  return mark.previous === ' ' && mark.innerClosedAt === mark.at - 1;
}

/** Whether what stands before the mark lets a quotation begin. */
function mayFollow(mark: Mark): boolean {
  if (mark.previous === '' || /[\s([{/¿¡—–“‘«„‚]/u.test(mark.previous)) return true;
  return mark.openedAt === mark.at || mark.text.slice(mark.at - 2, mark.at) === '--';
}

/** Whether what stands before the mark can end a quotation. */
function isSolidEnd(previous: string): boolean {
  return previous !== '' && !/[\s([{]/u.test(previous);
}

/** A full stop behind the mark that begins neither an ellipsis nor a number: `wait --".` */
function isBeforeStop({ text, at, next }: Mark): boolean {
  return next === '.' && !/^[.\d]/.test(text.slice(at + 2, at + 3));
}

/** Whether what stands after the mark can begin a quotation. */
function isSolid(next: string): boolean {
  return next !== '' && !/[\s,;:!?)\]}]/u.test(next);
}
