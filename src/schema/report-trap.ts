import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { quoteScalar } from './quote-scalar.ts';
import { isOpenMap, type Trap, type TrapKind } from './yaml-trap.ts';

const CODES: Readonly<Record<TrapKind, string>> = {
  hash: 'GA104',
  colon: 'GA105',
  space: 'GA105',
  indent: 'GA105',
  sign: 'GA106',
  quote: 'GA106',
  comma: 'GA107',
};

/** The scanned text, where it stands, and every trap in it: a line is corrected whole. */
export type TrapScene = {
  readonly text: string;
  readonly file: string;
  readonly offset: number;
  readonly traps: readonly Trap[];
};

/** Reports a trap with the line as it should be, ready to paste. */
export function reportTrap(trap: Trap, scene: TrapScene, context: Context): void {
  const { text } = scene;
  const span = {
    file: scene.file,
    start: scene.offset + trap.at,
    end: scene.offset + Math.max(trap.at + 1, trap.end),
  };
  reportFault(context, CODES[trap.kind], { message: describe(trap, text), hint: advise(trap, scene), span });
}

function describe(trap: Trap, text: string): string {
  const cut = text
    .slice(trap.at, text.indexOf('\n', trap.at) < 0 ? text.length : text.indexOf('\n', trap.at))
    .trimEnd();
  switch (trap.kind) {
    case 'hash':
      return `YAML takes ${citeShort(cut)} for a comment, and the words would be lost`;
    case 'colon':
      return `the text ${citeShort(trap.value)} has a colon and a space in it, which YAML takes for a key`;
    case 'space':
      return 'a space is missing after the colon';
    case 'indent':
      return `this line stands deeper than the line above, so YAML reads it as more of that text and not as a key`;
    case 'sign':
      if (isOpenMap(trap)) return `the brace of ${citeShort(trap.value)} is not closed on its line`;
      return `the text ${citeShort(trap.value)} has a ${cite(text.charAt(trap.at))} where YAML reserves that sign`;
    case 'quote':
      if (isUnclosed(trap.value))
        return `the quotation mark before ${citeShort(trap.value.slice(1))} is not closed`;
      return `the quotation marks of ${citeShort(trap.value)} do not stand round the whole text`;
    case 'comma':
      return `the comma in ${citeShort(trap.value)} would end the text, because it stands in braces`;
  }
}

function advise(trap: Trap, scene: TrapScene): string {
  const line = cite(correctedLine(trap, scene));
  switch (trap.kind) {
    case 'hash':
      return `Put the text in quotes: ${line} (or, for a comment, a space after the #).`;
    case 'space':
      return `Write ${line}.`;
    case 'indent':
      return `Begin it in the column of the key above: ${line} (or, if it is text, put the whole text in quotes).`;
    case 'sign':
      if (isOpenMap(trap)) return `Close it: ${cite(closedLine(trap, scene))}.`;
      return /[[{]/.test(scene.text.charAt(trap.at))
        ? `Put the text in quotes: ${line} (or, for a list, close its bracket at the end).`
        : `Put the text in quotes: ${line}.`;
    case 'quote':
      return isUnclosed(trap.value)
        ? `Close the quotation marks: ${line}.`
        : `Put the text in quotes: ${line}.`;
    case 'colon':
    case 'comma':
      return `Put the text in quotes: ${line}.`;
  }
}

function closedLine(trap: Trap, { text }: TrapScene): string {
  const start = text.lastIndexOf('\n', trap.start - 1) + 1;
  return `${text.slice(start, trap.start).trim()} ${trap.value.trim()} }`;
}

/** The author's line or lines with every trapped text on them in quotes, on one line. */
function correctedLine(trap: Trap, scene: TrapScene): string {
  const { text } = scene;
  const start = text.lastIndexOf('\n', trap.start - 1) + 1;
  const newline = text.indexOf('\n', trap.end);
  const end = newline < 0 ? text.length : newline;
  let line = '';
  let from = start;
  for (const each of scene.traps) {
    if (each.start < start || each.end > end) continue;
    line += text.slice(from, each.start) + correctedText(each, text);
    from = each.end;
  }
  return (line + text.slice(from, end)).trim();
}

function correctedText(trap: Trap, text: string): string {
  if (trap.kind === 'space') return ` ${trap.value}`;
  if (trap.kind === 'indent') return text.slice(trap.start, trap.end);
  return trap.kind === 'quote' && isUnclosed(trap.value)
    ? `${trap.value.trim()}${trap.value.charAt(0)}`
    : quoteScalar(trap.value);
}

/** A quotation whose one mark is the first sign: the other was forgotten. A single one may be an apostrophe. */
const isUnclosed = (value: string): boolean =>
  value.startsWith('"') && value.indexOf('"', 1) < 0 && !value.includes('\\');

/** Text of the author's in a message: in backticks, or in double quotes when it has a backtick itself. */
function cite(value: string): string {
  return value.includes('`') ? `"${value}"` : `\`${value}\``;
}

function citeShort(value: string): string {
  return cite(value.length > 60 ? `${value.slice(0, 57)}…` : value);
}
