import type { Token } from 'markdown-it';
import type { Span } from '../core/origin.ts';
import { reportFault } from '../diagnostics/context.ts';
import type { MarkupElement, MarkupNode } from '../markup/markup-tree.ts';
import { buildFigure, findLonePicture, picturePlaces } from './picture/figure.ts';
import { readInline, type InlinePlace } from './markdown/inline-draft.ts';
import type { Block } from './markdown/nest-blocks.ts';
import type { SourceLines } from './markdown/source-lines.ts';
import { buildTable, isHeadlessTable, isTableCaption, type TableTools } from './table/build-table.ts';
import { inlineChecks, setText, type StoryScope } from './story-scope.ts';

/** The lowest rank of a subhead. */
const MAX_RANK = 4;

/** What changes while a body is built, in document order. */
type BodyState = {
  readonly scope: StoryScope;
  readonly lines: SourceLines;
  /** Whether a heading has become the headline, or the front matter gives one. */
  readonly hasHeadline: boolean;
  nodes: number;
  /** Rank of the last heading; the headline counts as 1. */
  rank: number;
  isQuoteOpen: boolean;
};

/** Where a body stands. */
export type BodySource = { readonly lines: SourceLines; readonly hasHeadline: boolean };

/**
 * The body tree of a story. Each block that holds text directly is one node, `body.0`, `body.1`, … in document order.
 * Reports GA205 and GA206 for headings, and what pictures, tables and text report.
 */
export function buildBody(
  blocks: readonly Block[],
  source: BodySource,
  scope: StoryScope,
): readonly MarkupElement[] {
  const state: BodyState = { scope, ...source, nodes: 0, rank: 1, isQuoteOpen: false };
  return buildBlocks(blocks, state).map((element) => withLanguage(element, scope));
}

/** A story in another language than its edition says so on each block. */
function withLanguage(element: MarkupElement, scope: StoryScope): MarkupElement {
  if (scope.language === scope.edition.language) return element;
  return { ...element, attributes: { ...element.attributes, lang: scope.language } };
}

function buildBlocks(blocks: readonly Block[], state: BodyState): readonly MarkupElement[] {
  return blocks.flatMap((block, index) => {
    if (isTableCaption(block, blocks[index + 1])) return [];
    if (block.token.type !== 'table_open') return buildBlock(block, state);
    const above = blocks[index - 1];
    const caption = above !== undefined && isTableCaption(above, block) ? above : null;
    return buildTable(block, caption, tableTools(state));
  });
}

function tableTools(state: BodyState): TableTools {
  return {
    lines: state.lines,
    context: state.scope.context,
    setInline: (tokens, place) => {
      state.isQuoteOpen = false;
      const nodes = setTokens(tokens, place, state);
      state.isQuoteOpen = false;
      return nodes;
    },
  };
}

function buildBlock(block: Block, state: BodyState): readonly MarkupElement[] {
  const at = state.lines.blockSpan(...block.lines);
  switch (block.token.type) {
    case 'paragraph_open':
      return buildParagraph(block, at, state);
    case 'heading_open':
      return buildHeading(block, at, state);
    default: {
      state.isQuoteOpen = false;
      const children =
        block.token.type === 'list_item_open' ? buildItem(block, state) : buildBlocks(block.children, state);
      state.isQuoteOpen = false;
      return [{ kind: 'element', name: block.token.tag, attributes: listAttributes(block), children, at }];
    }
  }
}

function listAttributes(block: Block): Readonly<Record<string, string>> {
  const start = block.token.attrGet('start');
  return start === null ? {} : { start: String(start) };
}

/** An item of a tight list holds its text directly; any other holds blocks. */
function buildItem(block: Block, state: BodyState): readonly MarkupNode[] {
  const [first, ...rest] = block.children;
  const isTight =
    first?.token.hidden === true && !rest.some((child) => child.token.type === 'paragraph_open');
  const inline = first?.inline ?? null;
  if (!isTight || first === undefined || inline === null || findLonePicture(inline) !== null) {
    return buildBlocks(block.children, state);
  }
  return [...setBlockText(first, state), ...buildBlocks(rest, state)];
}

function buildParagraph(block: Block, at: Span, state: BodyState): readonly MarkupElement[] {
  const picture = block.inline === null ? null : findLonePicture(block.inline);
  if (picture !== null) {
    state.isQuoteOpen = false;
    const content = block.inline?.content ?? '';
    const places = picturePlaces(picture, { content, at }, state.lines.locator(content, block.lines[0]));
    const figure = buildFigure(picture, places, state.scope, () => nextNode(state));
    return figure === null ? [] : [figure];
  }
  reportForeignBlock(block, at, state.scope);
  const children = setBlockText(block, state);
  return children.length === 0 ? [] : [{ kind: 'element', name: 'p', attributes: {}, children, at }];
}

function buildHeading(block: Block, at: Span, state: BodyState): readonly MarkupElement[] {
  const rank = rankHeading(Number(block.token.tag.slice(1)), at, state);
  state.isQuoteOpen = false;
  const children = setBlockText(block, state);
  state.isQuoteOpen = false;
  if (children.length === 0) return [];
  state.rank = rank;
  return [{ kind: 'element', name: `h${rank}`, attributes: {}, children, at }];
}

/** The rank a heading is set in: under the headline, and at most one below the heading before it. */
function rankHeading(typed: number, at: Span, state: BodyState): number {
  if (typed === 1) {
    if (state.hasHeadline) {
      reportFault(state.scope.context, 'GA205', {
        message: 'a heading with one # is a second headline: this story has its headline already',
        span: at,
      });
    }
    return 2;
  }
  const wanted = Math.min(state.rank + 1, MAX_RANK);
  if (typed <= wanted) return typed;
  reportFault(state.scope.context, 'GA206', {
    message: `a subhead with ${typed} # stands where at most ${wanted} can; it is set as ${'#'.repeat(wanted)}`,
    span: at,
  });
  return wanted;
}

function nextNode(state: BodyState): string {
  state.nodes += 1;
  return `body.${state.nodes - 1}`;
}

function setBlockText(block: Block, state: BodyState): readonly MarkupNode[] {
  const { inline } = block;
  if (inline === null) return [];
  const { lines } = state;
  const locate = lines.locator(inline.content, block.lines[0]);
  const place = { content: inline.content, file: lines.file, locate, whole: null };
  return setTokens(inline.children ?? [], place, state);
}

function setTokens(tokens: readonly Token[], place: InlinePlace, state: BodyState): readonly MarkupNode[] {
  const { scope } = state;
  const draft = readInline(tokens, place, inlineChecks(scope));
  if (draft.pieces.length === 0) return [];
  const set = setText(draft, { node: nextNode(state), offset: 0, continuesQuote: state.isQuoteOpen }, scope);
  state.isQuoteOpen = set.isQuoteOpen;
  return set.nodes;
}

/** What other Markdown programs know and galley does not: a fence of code. Reports GA216, and GA232 for a table without head. */
function reportForeignBlock(block: Block, at: Span, scope: StoryScope): void {
  const content = block.inline?.content ?? '';
  if (/^(?:```|~~~)/m.test(content)) {
    reportFault(scope.context, 'GA216', {
      message: 'a fenced block of code stands in the article',
      span: at,
    });
  }
  if (isHeadlessTable(content)) {
    reportFault(scope.context, 'GA232', {
      message: 'rows of a table stand here, but no line of hyphens under the first one',
      span: at,
    });
  }
}
