import type { Token } from 'markdown-it';
import type { Span } from '../core/origin.ts';
import type { MarkupElement, MarkupNode } from '../markup/markup-tree.ts';
import type { Surrounding } from './directive/directive-kinds.ts';
import { readInline, type InlinePlace } from './markdown/inline-draft.ts';
import type { Block } from './markdown/nest-blocks.ts';
import type { SourceLines } from './markdown/source-lines.ts';
import { NOTHING_TO_READ, type ReadingOrder } from './reading-order.ts';
import { inlineChecks, setText, type StoryScope } from './story-scope.ts';

/** Where a body stands. */
export type BodySource = {
  readonly lines: SourceLines;
  /** Whether a heading has become the headline, or the front matter gives one. */
  readonly hasHeadline: boolean;
};

/** Words of a pull quote that must stand in the story: a sentence each, or a name, with the paragraph they are in. */
export type RepeatedWords = { readonly text: string; readonly at: Span };

/** What changes while a body is built, in document order. */
export type BodyState = BodySource & {
  readonly scope: StoryScope;
  nodes: number;
  /** Rank of the last heading; the headline counts as 1. */
  rank: number;
  /** Rank that counts as the headline where a heading stands: 1, or that of the head of the box around it. */
  headRank: number;
  isQuoteOpen: boolean;
  /** Where the quotation opens that the text before left open, as far as it is known. */
  openQuote: Span | null;
  /** The paragraphs around the block that is read, in order. */
  order: ReadingOrder;
  /** What the block that is read stands in. */
  surrounding: Surrounding;
  /** Boxes with a head so far: their ids. */
  heads: number;
  /** One list for each pull quote that repeats the story. */
  readonly repeats: (readonly RepeatedWords[])[];
};

/** The state before the first block. */
export function startBody(source: BodySource, scope: StoryScope): BodyState {
  return {
    scope,
    ...source,
    nodes: 0,
    rank: 1,
    headRank: 1,
    isQuoteOpen: false,
    openQuote: null,
    order: NOTHING_TO_READ,
    surrounding: 'body',
    heads: 0,
    repeats: [],
  };
}

/** The id of the next node of words. */
export function nextNode(state: BodyState): string {
  state.nodes += 1;
  return `body.${state.nodes - 1}`;
}

/** The text of a paragraph, heading or item as one node of words; empty for a block without text. */
export function setBlockText(block: Block, state: BodyState): readonly MarkupNode[] {
  const { inline } = block;
  if (inline === null) return [];
  const { lines } = state;
  const locate = lines.locator(inline.content, block.lines[0]);
  const place = { content: inline.content, file: lines.file, locate, whole: null };
  return setTokens(inline.children ?? [], place, state);
}

/** Inline content as one node of words; empty for one without text. */
export function setTokens(
  tokens: readonly Token[],
  place: InlinePlace,
  state: BodyState,
): readonly MarkupNode[] {
  const { scope } = state;
  const draft = readInline(tokens, place, inlineChecks(scope));
  if (draft.pieces.length === 0) return [];
  const set = setText(draft, { node: nextNode(state), offset: 0, continuesQuote: state.isQuoteOpen }, scope);
  state.isQuoteOpen = set.isQuoteOpen;
  state.openQuote = set.openQuote;
  return set.nodes;
}

/** A story in another language than its edition says so on each block. */
export function withLanguage(element: MarkupElement, scope: StoryScope): MarkupElement {
  if (scope.language === scope.edition.language) return element;
  return { ...element, attributes: { ...element.attributes, lang: scope.language } };
}
