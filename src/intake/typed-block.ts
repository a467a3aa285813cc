/** Lines that stand together, with an empty line before and after. Never empty. */
export type TypedBlock = {
  readonly lines: readonly string[];
  /** Number of the first line in the file, from 1. */
  readonly line: number;
};

/**
 * The blocks of a typewritten text, white space at line ends taken off. A text without one empty line has a paragraph
 * on each line: then each line is a block.
 */
export function readTypedBlocks(text: string): readonly TypedBlock[] {
  const lines = text.split('\n').map((line) => trimSpaces(line));
  const isBlank = lines.map((line) => line === '');
  const inner = isBlank.slice(isBlank.indexOf(false), isBlank.lastIndexOf(false) + 1);
  const hasGaps = inner.includes(true);
  const blocks: { readonly lines: string[]; readonly line: number }[] = [];
  lines.forEach((line, index) => {
    if (line === '') return;
    const last = blocks[blocks.length - 1];
    if (hasGaps && last !== undefined && isBlank[index - 1] === false) last.lines.push(line);
    else blocks.push({ lines: [line], line: index + 1 });
  });
  return blocks;
}

/** A block as one paragraph: its wrapped lines joined by spaces. */
export function joinLines(block: TypedBlock): string {
  return block.lines.join(' ');
}

/** Without spaces and tabs at both ends; a no-break space stays. */
function trimSpaces(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && isSpace(line[start])) start += 1;
  while (end > start && isSpace(line[end - 1])) end -= 1;
  return line.slice(start, end);
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
