import type { TextEdit } from './text-edit.ts';
import type { TypographyRules } from './typography-rules.ts';

/** One hyphen between spaces stands for a dash, as it is on typewriters. */
const SPACED_HYPHEN = /(?<=[^\s-])[ \u00A0]+-[ \u00A0]+(?=[^\s-])/g;

/** Characters looked at on each side: more than a sum or a range with its units has. */
const REACH = 60;

const FIGURE = String.raw`\d[\d.,:/]*`;
const SPACES = '[ \u00A0]*';
const SIGN = '[-−–+×·÷*]';
/** A figure with a sign of its own, or one that another reckoning gives: “10 - 3 | - 2”, “-5 | - 3”. */
const SIGNED = new RegExp(`(?:^|[ \u00A0(])${SIGN}${SPACES}${FIGURE}$`);
/** A figure that goes on in a chain: “| 3 - 2024”, “| 3 + 2”. */
const CHAINED = new RegExp(`^${FIGURE}${SPACES}${SIGN}${SPACES}\\d`);
/** A figure that is the end of a name: “B2”. */
const NAMED = /\p{L}\d[\d.,:/]*$/u;
/** What ends a sum. */
const PART_END = /[;!?]|[,.:][ \u00A0]/;
const SENTENCE_END = /[;!?]|\.[ \u00A0]/;

const LAST_FIGURE = /\d[\d.,:/]*$/;
const FIRST_FIGURE = /^\d[\d.,:/]*/;
const LAST_UNIT = /\d[ \u00A0]*([^\s\d]+)$/;
const FIRST_UNIT = /^\d[\d.,:/]*[ \u00A0]*([^\s\d]+)/;
/** What a figure does not follow as the second of two: after it, a hyphen may be a minus. */
const WORD_END = /[\p{L}\p{M},:;(]$/u;

/**
 * A range between figures, closed up; else an en dash with its spaces, of which the first does not break. In a sum, a
 * chain, before a figure that may be below nought, and where figures do not rise, the hyphen stays as typed.
 */
export function findSpacedHyphens(text: string, rules: TypographyRules): readonly TextEdit[] {
  const mark = rules.dashSpacing === 'spaced' ? rules.dash : '–';
  return [...text.matchAll(SPACED_HYPHEN)].flatMap(({ 0: typed, index }) => {
    const end = index + typed.length;
    const meant = readHyphen(text.slice(Math.max(0, index - REACH), index), text.slice(end, end + REACH));
    if (meant === 'hyphen') return [];
    return [{ start: index, end, replacement: meant === 'range' ? '–' : `\u00A0${mark} ` }];
  });
}

/** What a hyphen between these texts stands for. */
function readHyphen(before: string, after: string): 'range' | 'dash' | 'hyphen' {
  const sum = `${before.split(PART_END).at(-1) ?? ''} ${after.split(PART_END)[0] ?? ''}`;
  if (sum.includes('=')) return 'hyphen';
  if (!/^\d/.test(after)) return 'dash';
  if (/\d$/.test(before)) return isRange(before, after) ? 'range' : 'hyphen';
  const isDash = !WORD_END.test(before) || haveLikeUnits(before, after) || isInsertion(before, after);
  return isDash ? 'dash' : 'hyphen';
}

const isRange = (before: string, after: string): boolean =>
  !SIGNED.test(before) && !NAMED.test(before) && !CHAINED.test(after) && isRising(before, after);

/** Whether the other hyphen of an insertion stands in the sentence: “the ferry - 8 boats - left”. */
function isInsertion(before: string, after: string): boolean {
  const sentence = `${before.split(SENTENCE_END).at(-1) ?? ''}|${after.split(SENTENCE_END)[0] ?? ''}`;
  const others = [...sentence.matchAll(/[ \u00A0]-[ \u00A0]+(\d?)/g)];
  return others.length > 0 && others.every(([, figure]) => figure === '');
}

/** Whether the second figure is not the smaller one; hours begin anew: “10 - 2 pm”. */
function isRising(before: string, after: string): boolean {
  if (isHour(FIRST_UNIT.exec(after)?.[1])) return true;
  const [low, high] = [parts(LAST_FIGURE.exec(before)?.[0]), parts(FIRST_FIGURE.exec(after)?.[0])];
  const differs = low.findIndex((part, index) => part !== high[index]);
  return differs < 0 || (low[differs] ?? 0) < (high[differs] ?? 0);
}

/** The numbers of a figure, apart; what sets thousands off is no part: “1,000” is one, “9.30” two. */
const parts = (figure = ''): readonly number[] =>
  figure
    .replaceAll(/[.,](?=\d{3}(?!\d))/g, '')
    .split(/[.,:/]/)
    .filter((part) => part !== '')
    .map(Number);

/** “9 am - 5 pm”, “5 km - 10 km”, “3 May - 5 June”. */
function haveLikeUnits(before: string, after: string): boolean {
  const [first, second] = [
    LAST_UNIT.exec(before)?.[1],
    FIRST_UNIT.exec(after)?.[1]?.replace(/[.,;:!?)]+$/, ''),
  ];
  if (first === undefined || second === undefined) return false;
  return first === second || (isHour(first) && isHour(second)) || (isName(first) && isName(second));
}

const isHour = (unit = ''): boolean => /^[ap]\.?m(?![\p{L}])/u.test(unit);
const isName = (unit: string): boolean => /^\p{Lu}/u.test(unit);
