/**
 * The Unicode line breaking algorithm (UAX #14, revision 49 for Unicode 15.0).
 *
 * The text is read once, a character at a time. Rules LB9 and LB10 make a combining sequence act as its base, so what is
 * carried on is the class of the last base (`before`), the class of the base before the last spaces (`beforeSpaces`), and a
 * few facts that longer rules need: whether spaces stand between, how many regional indicators in a row, whether a number
 * is running (LB25 as the regular expression of UAX #14 §8.2, example 7), whether a Hebrew letter stood before the hyphen.
 * Each boundary is decided by the first rule that says anything, in the order of the rules' numbers.
 *
 * Invariant attacked by the tests: the result on each line of the Unicode LineBreakTest file is the one written there.
 */
import { classNamed, lineBreakClass } from './line-break-class.ts';

/** What may happen before a UTF-16 offset of the text. */
export const NO_BREAK = 0;
/** A line may end here. */
export const MAY_BREAK = 1;
/** A line must end here. */
export const MUST_BREAK = 2;

const [AL, B2, BA, BB, BK, CB, CL, CM] = (['AL', 'B2', 'BA', 'BB', 'BK', 'CB', 'CL', 'CM'] as const).map(
  (name) => classNamed(name),
);
const [CP, CR, EB, EM, EX, GL, H2] = (['CP', 'CR', 'EB', 'EM', 'EX', 'GL', 'H2'] as const).map((name) =>
  classNamed(name),
);
const [H3, HL, HY, ID, IDX, IN, IS, JL] = (['H3', 'HL', 'HY', 'ID', 'IDX', 'IN', 'IS', 'JL'] as const).map(
  (name) => classNamed(name),
);
const [JT, JV, LF, NL, NS, NU, OP, OPW] = (['JT', 'JV', 'LF', 'NL', 'NS', 'NU', 'OP', 'OPW'] as const).map(
  (name) => classNamed(name),
);
const [PO, PR, QU, RI, SP, SY, WJ, ZW] = (['PO', 'PR', 'QU', 'RI', 'SP', 'SY', 'WJ', 'ZW'] as const).map(
  (name) => classNamed(name),
);
const ZWJ = classNamed('ZWJ');

/** A number in the making: LB25 as `(PR|PO)? (OP|HY)? NU (NU|SY|IS)* (CL|CP)? (PR|PO)?`. */
type NumberState = 'none' | 'number' | 'closed';

type State = {
  /** Class of the last base; -1 at the start of the text. */
  before: number;
  /** Class of the last character itself, before LB9 joined it to its base. */
  last: number;
  /** Class of the base before the spaces that end here; `before` when no space stands between. */
  beforeSpaces: number;
  isAfterHebrewHyphen: boolean;
  regionalIndicators: number;
  number: NumberState;
};

/**
 * Finds where lines may and must end.
 *
 * @returns one value per UTF-16 offset from 0 to the text's length: what holds before that unit. The value at 0 is
 *   {@link NO_BREAK}, at the end {@link MUST_BREAK}.
 * @example
 * [...findBreaks('a b')] // [0, 0, 1, 2]
 */
export function findBreaks(text: string): Uint8Array {
  const breaks = new Uint8Array(text.length + 1);
  const state: State = {
    before: -1,
    last: -1,
    beforeSpaces: -1,
    isAfterHebrewHyphen: false,
    regionalIndicators: 0,
    number: 'none',
  };
  for (let i = 0; i < text.length;) {
    const codePoint = text.codePointAt(i)!;
    const kind = lineBreakClass(codePoint);
    const width = codePoint > 0xffff ? 2 : 1;
    // Inside a word of letters, where nearly all boundaries are, no rule needs to be asked (LB28).
    if (i > 0 && !(kind === AL && state.before === AL && state.last === AL)) {
      breaks[i] = decide(state, kind, classAt(text, i + width));
    }
    advance(state, kind);
    i += width;
  }
  breaks[text.length] = MUST_BREAK;
  return breaks;
}

const classAt = (text: string, offset: number): number =>
  offset < text.length ? lineBreakClass(text.codePointAt(offset)!) : -1;

function decide(state: State, kind: number, next: number): number {
  const { before } = state;
  if (before === BK || before === LF || before === NL) return MUST_BREAK;
  if (before === CR) return kind === LF ? NO_BREAK : MUST_BREAK;
  if (kind === BK || kind === CR || kind === LF || kind === NL) return NO_BREAK;
  if (kind === SP || kind === ZW) return NO_BREAK;
  if (state.beforeSpaces === ZW) return MAY_BREAK;
  if (state.last === ZWJ) return NO_BREAK;
  if ((kind === CM || kind === ZWJ) && before !== SP) return NO_BREAK;
  // LB10: a mark without a base is a letter.
  const after = kind === CM || kind === ZWJ ? AL! : kind;
  const spaced = decideAcrossSpaces(state, after);
  if (spaced !== null) return spaced;
  return decideAdjacent(state, after, next) ? NO_BREAK : MAY_BREAK;
}

/** LB11–LB18: the rules that look past spaces, and what a space itself decides. Null when none of them says anything. */
function decideAcrossSpaces(state: State, after: number): number | null {
  const { before, beforeSpaces } = state;
  if (after === WJ || before === WJ || before === GL) return NO_BREAK;
  if (after === GL && before !== SP && before !== BA && before !== HY) return NO_BREAK;
  if (after === CL || after === CP || after === EX || after === IS || after === SY) return NO_BREAK;
  if (beforeSpaces === OP || beforeSpaces === OPW) return NO_BREAK;
  if (beforeSpaces === QU && (after === OP || after === OPW)) return NO_BREAK;
  if ((beforeSpaces === CL || beforeSpaces === CP) && after === NS) return NO_BREAK;
  if (beforeSpaces === B2 && after === B2) return NO_BREAK;
  return before === SP ? MAY_BREAK : null;
}

/** LB19–LB30b, for characters that stand side by side: whether a rule forbids the break. */
function decideAdjacent(state: State, after: number, next: number): boolean {
  const { before } = state;
  if (after === QU || before === QU) return true;
  if (after === CB || before === CB) return false;
  if (after === BA || after === HY || after === NS || before === BB) return true;
  if (state.isAfterHebrewHyphen) return true;
  if (before === SY && after === HL) return true;
  if (after === IN) return true;
  return isWordOrNumber(state, after, next) || isSyllable(before, after) || isPair(state, after);
}

const isLetter = (kind: number): boolean => kind === AL || kind === HL;
const isPrefixOrPostfix = (kind: number): boolean => kind === PR || kind === PO;
const isIdeograph = (kind: number): boolean => kind === ID || kind === IDX || kind === EB || kind === EM;

/** LB23–LB25, LB28–LB30. */
function isWordOrNumber(state: State, after: number, next: number): boolean {
  const { before } = state;
  if (isLetter(before) && (after === NU || isLetter(after))) return true;
  if (before === NU && isLetter(after)) return true;
  if (before === PR && isIdeograph(after)) return true;
  if (isIdeograph(before) && after === PO) return true;
  if (isPrefixOrPostfix(before) && isLetter(after)) return true;
  if (isLetter(before) && isPrefixOrPostfix(after)) return true;
  if (isNumber(state, after, next)) return true;
  if (before === IS && isLetter(after)) return true;
  if ((isLetter(before) || before === NU) && after === OP) return true;
  return before === CP && (isLetter(after) || after === NU);
}

function isNumber(state: State, after: number, next: number): boolean {
  const { before } = state;
  if (after === NU && (isPrefixOrPostfix(before) || before === OP || before === OPW || before === HY))
    return true;
  if (isPrefixOrPostfix(before) && (after === OP || after === OPW || after === HY) && next === NU)
    return true;
  if (state.number === 'none') return false;
  if (isPrefixOrPostfix(after)) return true;
  return state.number === 'number' && (after === NU || after === SY || after === IS);
}

/** LB26, LB27: Korean syllables. */
function isSyllable(before: number, after: number): boolean {
  const isKorean = (kind: number): boolean =>
    kind === JL || kind === JV || kind === JT || kind === H2 || kind === H3;
  if (before === JL && (after === JL || after === JV || after === H2 || after === H3)) return true;
  if ((before === JV || before === H2) && (after === JV || after === JT)) return true;
  if ((before === JT || before === H3) && after === JT) return true;
  return (isKorean(before) && after === PO) || (before === PR && isKorean(after));
}

/** LB30a, LB30b: flags and emoji. */
function isPair(state: State, after: number): boolean {
  if (state.before === RI && after === RI) return state.regionalIndicators % 2 === 1;
  return after === EM && (state.before === EB || state.before === IDX);
}

function advance(state: State, kind: number): void {
  const { before } = state;
  state.last = kind;
  const isMark = kind === CM || kind === ZWJ;
  const hasBase =
    before !== -1 &&
    before !== BK &&
    before !== CR &&
    before !== LF &&
    before !== NL &&
    before !== SP &&
    before !== ZW;
  if (isMark && hasBase) return;
  const base = isMark ? AL! : kind;
  state.isAfterHebrewHyphen = before === HL && (base === HY || base === BA);
  state.regionalIndicators = base === RI ? (before === RI ? state.regionalIndicators + 1 : 1) : 0;
  state.number = nextNumber(state.number, base);
  if (base !== SP) state.beforeSpaces = base;
  state.before = base;
}

function nextNumber(state: NumberState, base: number): NumberState {
  if (base === NU) return 'number';
  if (state !== 'number') return 'none';
  if (base === SY || base === IS) return 'number';
  return base === CL || base === CP ? 'closed' : 'none';
}
