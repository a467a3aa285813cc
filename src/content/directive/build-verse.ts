import type { Token } from 'markdown-it';
import type { MarkupElement } from '../../markup/markup-tree.ts';
import { setTokens, type BodyState } from '../body-state.ts';
import type { Block } from '../markdown/nest-blocks.ts';

/** Builds the blocks that a directive holds. */
export type BuildBlocks = (blocks: readonly Block[], state: BodyState) => readonly MarkupElement[];

/** Spaces at the head of a line that make a step of indentation; and the most steps there are. */
const STEP = 2;
const MOST_STEPS = 8;

/** Lines of a stanza that is kept whole. */
const SHORT_STANZA = 8;

/**
 * The stanzas of a poem: each paragraph one, each of its lines an element of its own. How far a line is indented counts
 * from the line that is indented least.
 */
export function buildVerse(
  block: Block,
  state: BodyState,
  buildBlocks: BuildBlocks,
): readonly MarkupElement[] {
  const stanzas = block.children.filter(isStanza);
  const least = Math.min(...stanzas.flatMap((stanza) => indentsOf(stanza, state)));
  return block.children.flatMap((child) =>
    isStanza(child) ? buildStanza(child, least, state) : buildBlocks([child], state),
  );
}

const isStanza = ({ token, inline }: Block): boolean =>
  token.type === 'paragraph_open' && inline !== null && inline.content.trim() !== '';

const indentsOf = ({ lines, inline }: Block, { lines: source }: BodyState): readonly number[] =>
  (inline?.content ?? '').split('\n').map((_, index) => source.indentOf(lines[0] + index));

function buildStanza(stanza: Block, least: number, state: BodyState): readonly MarkupElement[] {
  const { lines: source } = state;
  const content = stanza.inline?.content ?? '';
  const indents = indentsOf(stanza, state);
  const place = {
    content,
    file: source.file,
    locate: source.locator(content, stanza.lines[0]),
    whole: null,
  };
  const children = splitLines(stanza.inline?.children ?? []).flatMap(
    (tokens, index): readonly MarkupElement[] => {
      const nodes = setTokens(tokens, place, state);
      if (nodes.length === 0) return [];
      const steps = Math.min(MOST_STEPS, Math.floor(((indents[index] ?? least) - least) / STEP));
      const at = source.blockSpan(stanza.lines[0] + index, stanza.lines[0] + index + 1);
      const name = steps === 0 ? 'line' : `line indent-${steps}`;
      return [{ kind: 'element', name: 'p', attributes: { class: name }, children: nodes, at }];
    },
  );
  state.isQuoteOpen = false;
  if (children.length === 0) return [];
  const at = source.blockSpan(...stanza.lines);
  const name = children.length > SHORT_STANZA ? 'stanza' : 'stanza stanza-short';
  return [{ kind: 'element', name: 'div', attributes: { class: name }, children, at }];
}

/** The tokens of each line; what is open at the end of one is closed there, and opened anew in the next. */
function splitLines(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const lines: Token[][] = [[]];
  const open: { readonly opening: Token; readonly closing: Token }[] = [];
  tokens.forEach((token, index) => {
    const line = lines[lines.length - 1];
    if (token.type === 'softbreak' || token.type === 'hardbreak') {
      line?.push(...open.map(({ closing }) => closing).reverse());
      lines.push(open.map(({ opening }) => opening));
      return;
    }
    if (token.nesting > 0) open.push({ opening: token, closing: closingOf(tokens, index) });
    else if (token.nesting < 0) open.pop();
    line?.push(token);
  });
  return lines;
}

function closingOf(tokens: readonly Token[], index: number): Token {
  const opening = tokens[index]!;
  let depth = 0;
  for (const token of tokens.slice(index)) {
    depth += token.nesting;
    if (depth === 0) return token;
  }
  return opening;
}
