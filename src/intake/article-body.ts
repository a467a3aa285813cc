import { escapeHeading, escapeParagraph } from './escape-markdown.ts';
import type { FoundText } from './article-tail.ts';
import type { TypedBlock } from './typed-block.ts';
import { joinLines } from './typed-block.ts';

/** One block of the body, understood. */
export type BodyPart = FoundText & {
  readonly kind: 'paragraph' | 'subhead';
  /** A short line that may have been meant as something else. */
  readonly isDoubtful: boolean;
};

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
    const isSubhead = isShort[index] === true && hasNeighbours && looksLikeTitle(joinLines(block));
    return {
      kind: isSubhead ? 'subhead' : 'paragraph',
      text: joinLines(block),
      line: block.line,
      isDoubtful: isShort[index] === true && !isSubhead,
    };
  });
}

/** The body as Markdown, which is read back character by character. */
export function writeBody(parts: readonly BodyPart[]): string {
  const blocks = parts.map(({ kind, text }) =>
    kind === 'subhead' ? `## ${escapeHeading(text)}` : escapeParagraph(text),
  );
  return blocks.map((block) => `${block}\n`).join('\n');
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
