import { guardHeading, guardParagraph } from './escape-markdown.ts';
import type { FoundText } from './article-tail.ts';
import type { TypedBlock } from './typed-block.ts';
import { joinLines } from './typed-block.ts';
import { writeLine } from './typed-emphasis.ts';
import { readTable, writeTable, type TypedRows } from './typed-table.ts';

/** One block of the body, understood. */
export type BodyPart = FoundText & {
  readonly kind: 'paragraph' | 'subhead' | 'list' | 'table' | 'pause';
  /** The items of a list with the signs before them; empty for others. */
  readonly items: readonly TypedItem[];
  /** The rows of a table; empty for others. */
  readonly rows: TypedRows;
  /** A short line that may have been meant as something else. */
  readonly isDoubtful: boolean;
};

/** `1.` and what stands behind it, or a sign that all items have. */
export type TypedItem = { readonly sign: string; readonly text: string };

/** Characters and words of the longest subhead. */
const MAX_SUBHEAD = 90;
const MAX_SUBHEAD_WORDS = 12;
/** A short line in small letters is a subhead only if it is very short. */
const MAX_PLAIN_WORDS = 8;

/**
 * Tells subheads from paragraphs: one short line by itself, without closing punctuation, with a paragraph before and
 * after it. Lines in columns are a table, a row of asterisks is a pause; before and behind the body it parts nothing, and
 * is left out.
 */
export function readBody(typed: readonly TypedBlock[]): readonly BodyPart[] {
  const blocks = joinRows(typed).flatMap(splitBlock);
  const isShort = blocks.map(isShortLine);
  const parts = blocks.map((block, index): BodyPart => {
    const hasNeighbours = isShort[index - 1] === false && isShort[index + 1] === false;
    const plain = { items: [], rows: [], text: joinLines(block), line: block.line, isDoubtful: false };
    if (isPause(plain.text)) return { ...plain, kind: 'pause' };
    const items = readItems(block);
    const rows = isPlainList(items) ? null : readTable(block.lines);
    if (rows !== null)
      return { ...plain, kind: 'table', rows, text: rows.map((row) => row.join(' ')).join(' ') };
    if (items.length > 0) return { ...plain, kind: 'list', items };
    if (isShort[index] === true && hasNeighbours && looksLikeTitle(plain.text))
      return { ...plain, kind: 'subhead' };
    return { ...plain, kind: 'paragraph', isDoubtful: isShort[index] === true };
  });
  const isMatter = ({ kind }: BodyPart): boolean => kind !== 'pause';
  return parts.slice(parts.findIndex(isMatter), parts.findLastIndex(isMatter) + 1);
}

/** `***`, or with spaces between. */
const isPause = (line: string): boolean => /^\*(?: ?\*){2,}$/.test(line);

const isTabbed = ({ lines }: TypedBlock): boolean => lines.every((line) => line.includes('\t'));

/** In a text without empty lines each line is a block: rows of a table that follow one another are one. */
function joinRows(blocks: readonly TypedBlock[]): readonly TypedBlock[] {
  const joined: TypedBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const isNext = last !== undefined && last.line + last.lines.length === block.line;
    if (isNext && isTabbed(last) && isTabbed(block))
      joined[joined.length - 1] = { ...last, lines: [...last.lines, ...block.lines] };
    else joined.push(block);
  }
  return joined;
}

/** Parts a block before and behind a pause, and before and behind a table whose cells tabs tell apart. */
function splitBlock({ lines, line }: TypedBlock): readonly TypedBlock[] {
  const kindOf = (text: string): string => (isPause(text) ? 'pause' : text.includes('\t') ? 'row' : 'text');
  const runs: { readonly kind: string; readonly lines: string[]; readonly line: number }[] = [];
  lines.forEach((text, index) => {
    const last = runs.at(-1);
    const kind = kindOf(text);
    if (last !== undefined && last.kind === kind && kind !== 'pause') last.lines.push(text);
    else runs.push({ kind, lines: [text], line: line + index });
  });
  const isWhole =
    isPlainList(readItems({ lines, line })) ||
    runs.some((run) => run.kind === 'row' && readTable(run.lines) === null);
  return isWhole ? [{ lines, line }] : runs;
}

/** The body as Markdown: what is printed is what was typed, but for the signs of emphasis. */
export function writeBody(parts: readonly BodyPart[]): string {
  const blocks = parts.map(({ kind, text, items, rows }) => {
    switch (kind) {
      case 'list':
        return items.map((item) => `${item.sign} ${guardParagraph(writeLine(item.text))}`).join('\n');
      case 'table':
        return writeTable(rows);
      case 'pause':
        return '***';
      case 'subhead':
        return `## ${guardHeading(writeLine(text))}`;
      case 'paragraph':
        return guardParagraph(writeLine(text));
    }
  });
  return blocks.map((block) => `${block}\n`).join('\n');
}

const NUMBERED = /^(\d{1,2})\.\s+(?=\S)/;
const SIGNED = /^[-*•]\s+(?=\S)/;

/** Lines that begin with numbers in order, or all with one sign, as items; empty for a block that is no list. */
function readItems({ lines }: TypedBlock): readonly TypedItem[] {
  const items: { sign: string; text: string }[] = [];
  const [first = ''] = lines;
  const start = Number(NUMBERED.exec(first)?.[1] ?? 0);
  const sign = SIGNED.exec(first)?.[0].charAt(0);
  for (const line of lines) {
    const numbered = NUMBERED.exec(line);
    const isNext = sign === undefined && Number(numbered?.[1]) === start + items.length;
    const isSigned = sign !== undefined && SIGNED.exec(line)?.[0].charAt(0) === sign;
    if (numbered !== null && isNext)
      items.push({ sign: `${numbered[1]}.`, text: line.replace(NUMBERED, '') });
    else if (isSigned) items.push({ sign: '-', text: line.replace(SIGNED, '') });
    else if (items.length > 0) items[items.length - 1]!.text += ` ${line}`;
    else return [];
  }
  return items.length > 1 ? items : [];
}

/** Whether the only columns of a block are the signs of a list, often with a tab behind them, and the items. */
const isPlainList = (items: readonly TypedItem[]): boolean =>
  items.length > 0 && !items.some(({ text }) => /\t| {2}/.test(text));

function isShortLine(block: TypedBlock): boolean {
  const [line] = block.lines;
  if (line === undefined || block.lines.length > 1 || line.length > MAX_SUBHEAD) return false;
  if (!/[\p{L}\p{N}]/u.test(line)) return false;
  const bare = line.replace(/["'”’»)\]]+$/u, '');
  return !/[.,;:…]$/u.test(bare) && !/^["'“`«([].*[?!]["'”’»)\]]*$/u.test(line);
}

function looksLikeTitle(line: string): boolean {
  const words = line.split(/\s+/);
  if (words.length > MAX_SUBHEAD_WORDS || !/^["'“‘`«¿¡]*[\p{Lu}\p{N}]/u.test(line)) return false;
  const long = words.map((word) => word.replace(/^\P{L}+/u, '')).filter((word) => word.length > 3);
  const capital = long.filter((word) => /^\p{Lu}/u.test(word));
  return words.length <= MAX_PLAIN_WORDS || capital.length * 2 > long.length;
}
