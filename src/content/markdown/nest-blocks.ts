import type { Token } from 'markdown-it';

/** A block of the body with what it holds. */
export type Block = {
  readonly token: Token;
  /** The inline content of a paragraph or heading; null for everything else. */
  readonly inline: Token | null;
  readonly children: readonly Block[];
  /** First line, and the line behind the last; counted from the body's first. */
  readonly lines: readonly [number, number];
};

type OpenBlock = { readonly token: Token; inline: Token | null; readonly children: Block[] };

/** Block tokens, which open and close, as a tree. */
export function nestBlocks(tokens: readonly Token[]): readonly Block[] {
  const root: Block[] = [];
  const stack: OpenBlock[] = [];
  const add = (block: Block): void => void (stack[stack.length - 1]?.children ?? root).push(block);
  for (const token of tokens) {
    const top = stack[stack.length - 1];
    if (token.type === 'inline') {
      if (top !== undefined) top.inline = token;
    } else if (token.nesting > 0) stack.push({ token, inline: null, children: [] });
    else if (token.nesting < 0) {
      stack.pop();
      if (top !== undefined) add(closeBlock(top));
    } else add(closeBlock({ token, inline: null, children: [] }));
  }
  return root;
}

function closeBlock(block: OpenBlock): Block {
  return { ...block, lines: block.token.map ?? [0, 0] };
}

/** How deep blocks stand in one another: 0 for none. */
export function blockDepth(tokens: readonly Token[]): number {
  return tokens.reduce((depth, token) => Math.max(depth, token.level + (token.nesting > 0 ? 1 : 0)), 0);
}
