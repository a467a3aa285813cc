import { escapeHeading, escapeParagraph } from './escape-markdown.ts';
import type { FoundText } from './article-tail.ts';
import type { TypedBlock } from './typed-block.ts';
import { joinLines } from './typed-block.ts';

/** One block of the body, understood. */
export type BodyPart = FoundText & {
  readonly kind: 'paragraph' | 'subhead' | 'list';
  /** The items of a list with the signs before them; empty for others. */
  readonly items: readonly TypedItem[];
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
 * after it.
 */
export function readBody(blocks: readonly TypedBlock[]): readonly BodyPart[] {
  const isShort = blocks.map(isShortLine);
  return blocks.map((block, index) => {
    const hasNeighbours = isShort[index - 1] === false && isShort[index + 1] === false;
    const items = readItems(block);
    if (items.length > 0)
      return { kind: 'list', items, text: joinLines(block), line: block.line, isDoubtful: false };
    const isSubhead = isShort[index] === true && hasNeighbours && looksLikeTitle(joinLines(block));
    return {
      kind: isSubhead ? 'subhead' : 'paragraph',
      items: [],
      text: joinLines(block),
      line: block.line,
      isDoubtful: isShort[index] === true && !isSubhead,
    };
  });
}

/** The body as Markdown, which is read back character by character. */
export function writeBody(parts: readonly BodyPart[]): string {
  const blocks = parts.map(({ kind, text, items }) => {
    if (kind === 'list') return items.map((item) => `${item.sign} ${escapeParagraph(item.text)}`).join('\n');
    return kind === 'subhead' ? `## ${escapeHeading(text)}` : escapeParagraph(text);
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
