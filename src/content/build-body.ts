import type { Token } from 'markdown-it';
import type { Span } from '../core/origin.ts';
import { reportFault } from '../diagnostics/context.ts';
import type { MarkupElement, MarkupNode } from '../markup/markup-tree.ts';
import { buildFigure, findLonePicture, findPictureRow, picturePlaces } from './picture/figure.ts';
import { nextNode, setBlockText, setTokens, withLanguage, type BodyState } from './body-state.ts';
import { buildDirective, buildName } from './directive/build-directive.ts';
import { boldContent } from './markdown/bold-content.ts';
import { ABBREVIATION, NOTE } from './markdown/definition-rules.ts';
import { ATTRIBUTION, DIRECTIVE, STRAY_FENCE } from './markdown/directive-rule.ts';
import type { Block } from './markdown/nest-blocks.ts';
import { noteElement, type TypedNote } from './notes.ts';
import { isLeftOpen, readingOrder } from './reading-order.ts';
import { reportOpenQuote } from './story-scope.ts';
import { findStrayLine, findTickBox, isTickList, type StrayMark } from './stray-marks.ts';
import { findTypedDialogue } from './typed-dialogue.ts';
import { buildTable, isHeadlessTable, isTableCaption, type TableTools } from './table/build-table.ts';

/** The lowest rank of a subhead in the body, and under the head of a box. */
const MAX_RANK = 4;
const MAX_RANK_IN_BOX = 6;

/**
 * The body tree of a story. Each block that holds text directly is one node, `body.0`, `body.1`, … in document order.
 * Reports GA205 and GA206 for headings, GA220–GA226 for directives, and what pictures, tables and text report.
 */
export function buildBody(blocks: readonly Block[], state: BodyState): readonly MarkupElement[] {
  state.order = readingOrder(blocks);
  return buildBlocks(blocks, state).map((element) => withLanguage(element, state.scope));
}

/** The notes of a story under a short rule, to stand at its end; nothing for a story without. Reports GA223, GA228. */
export function buildNotes(state: BodyState): readonly MarkupElement[] {
  const { scope } = state;
  const notes = scope.notes.finish().map((numbered) => {
    const { note } = numbered;
    state.isQuoteOpen = false;
    const paragraphs = [note.block, ...noteParagraphs(note, state)]
      .map((block) => setBlockText(block, state))
      .filter((text) => text.length > 0);
    if (paragraphs.length === 0)
      reportFault(scope.context, 'GA223', {
        message: `the note [^${note.name}] says nothing`,
        span: note.at,
      });
    return noteElement(numbered, paragraphs);
  });
  const [first] = notes;
  if (first === undefined) return [];
  const rule: MarkupElement = {
    kind: 'element',
    name: 'hr',
    attributes: { class: 'notes-rule' },
    children: [],
    at: first.at,
  };
  const all: MarkupElement = {
    kind: 'element',
    name: 'div',
    attributes: { class: 'notes' },
    children: [rule, ...notes],
    at: first.at,
  };
  return [withLanguage(all, scope)];
}

/** What stands indented under the first paragraph of a note. Reports GA224 for what is none. */
function noteParagraphs({ name, block }: TypedNote, { lines, scope }: BodyState): readonly Block[] {
  return block.children.filter((child) => {
    if (child.token.type === 'paragraph_open') return true;
    reportFault(scope.context, 'GA224', {
      message: `the note [^${name}] holds more than paragraphs`,
      hint: 'Indent paragraphs alone under a note; a list, a subhead or a block stands in the story, without spaces before it.',
      span: lines.blockSpan(...child.lines),
    });
    return false;
  });
}

function buildBlocks(blocks: readonly Block[], state: BodyState): readonly MarkupElement[] {
  return blocks.flatMap((block, index) => {
    if (isTableCaption(block, blocks[index + 1])) return [];
    if (block.token.type !== 'table_open') {
      if (block.token.type === 'bullet_list_open') reportItems(block, blocks[index - 1], state);
      const built = buildBlock(block, state);
      // A fence of code is told as such (GA216).
      const isLeft = state.isQuoteOpen && isLeftOpen(block, state.order);
      if (isLeft && !FENCE.test(block.inline?.content ?? '')) reportOpenQuote(state.openQuote, state.scope);
      return built;
    }
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
    case DIRECTIVE:
      return buildDirective(block, at, state, buildBlocks);
    case ATTRIBUTION:
      return buildName(block, at, state);
    case STRAY_FENCE:
      reportFault(state.scope.context, 'GA222', { message: 'these colons close nothing', span: at });
      return [];
    // What they define is read before, and set elsewhere.
    case NOTE:
    case ABBREVIATION:
      return [];
    default: {
      const { surrounding } = state;
      state.isQuoteOpen = false;
      state.surrounding = 'other';
      const children =
        block.token.type === 'list_item_open' ? buildItem(block, state) : buildBlocks(block.children, state);
      state.isQuoteOpen = false;
      state.surrounding = surrounding;
      return [{ kind: 'element', name: block.token.tag, attributes: listAttributes(block), children, at }];
    }
  }
}

/** Reports GA247 for dialogue and boxes to tick that are typed as a list. */
function reportItems({ token, children, lines }: Block, above: Block | undefined, state: BodyState): void {
  const items = children.map((item) => item.children[0]?.inline?.content ?? '');
  if (isTickList(items))
    for (const [first] of children.map((item) => item.children))
      if (first !== undefined) reportStray(findTickBox(first.inline?.content ?? ''), first, state);
  const before = above?.inline?.content ?? '';
  const stray = token.markup === '-' ? findTypedDialogue(items, before, state.scope.language) : null;
  if (stray === null) return;
  const { message, hint, length } = stray;
  const at = state.lines.blockSpan(...lines);
  reportFault(state.scope.context, 'GA247', { message, hint, span: { ...at, end: at.start + length } });
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
  const pictures = block.inline === null ? null : findPictureRow(block.inline);
  if (pictures !== null) return buildPictureRow(pictures, block, at, state);
  reportForeignBlock(block, at, state);
  const children = setBlockText(block, state);
  if (children.length === 0) return [];
  // A question of an interview, or what else leads in: it does not stand alone at the foot of a column.
  const attributes: Readonly<Record<string, string>> =
    boldContent(block) === null ? {} : { class: 'lead-in' };
  return [{ kind: 'element', name: 'p', attributes, children, at }];
}

/** Pictures of one paragraph: side by side. */
function buildPictureRow(
  pictures: readonly Token[],
  block: Block,
  at: Span,
  state: BodyState,
): readonly MarkupElement[] {
  state.isQuoteOpen = false;
  const content = block.inline?.content ?? '';
  const locate = state.lines.locator(content, block.lines[0]);
  const starts = [...content.matchAll(/!\[/g)].map(({ index }) => index);
  const figures = pictures.flatMap((picture, index) => {
    const range = { from: starts[index] ?? 0, to: starts[index + 1] ?? content.length };
    const places = picturePlaces(picture, { content, at, ...range }, locate);
    return buildFigure(picture, places, state.scope, () => nextNode(state)) ?? [];
  });
  if (figures.length === 0) return [];
  return [{ kind: 'element', name: 'div', attributes: { class: 'pictures' }, children: figures, at }];
}

function buildHeading(block: Block, at: Span, state: BodyState): readonly MarkupElement[] {
  const rank = rankHeading(Number(block.token.tag.slice(1)), at, state);
  state.isQuoteOpen = false;
  const children = setBlockText(block, state);
  if (state.isQuoteOpen) reportOpenQuote(state.openQuote, state.scope);
  state.isQuoteOpen = false;
  if (children.length === 0) return [];
  state.rank = rank;
  return [{ kind: 'element', name: `h${rank}`, attributes: {}, children, at }];
}

/**
 * The rank a heading is set in: under the headline, or the head of the box it stands in, and at most one below the
 * heading before it.
 */
function rankHeading(typed: number, at: Span, state: BodyState): number {
  const { headRank } = state;
  if (typed === 1) {
    if (state.hasHeadline) {
      reportFault(state.scope.context, 'GA205', {
        message: 'a heading with one # is a second headline: this story has its headline already',
        span: at,
      });
    }
    return headRank + 1;
  }
  const wanted = Math.min(state.rank + 1, headRank === 1 ? MAX_RANK : MAX_RANK_IN_BOX);
  const rank = typed + headRank - 1;
  if (rank <= wanted) return rank;
  const signs = Math.max(2, wanted - headRank + 1);
  reportFault(state.scope.context, 'GA206', {
    message: `a subhead with ${typed} # stands where at most ${signs} can; it is set as ${'#'.repeat(signs)}`,
    span: at,
  });
  return wanted;
}

/** A line that begins a block of code; with a quotation mark further on, three backticks open two quotations. */
const FENCE = /^(?:`{3,}[^`'\n]*|~{3,}.*)$/m;

/**
 * What other Markdown programs know and galley does not: a fence of code. Reports GA216, GA232 for a table without head,
 * and GA247 for a subhead without a space.
 */
function reportForeignBlock(block: Block, at: Span, state: BodyState): void {
  const { scope } = state;
  const content = block.inline?.content ?? '';
  if (FENCE.test(content)) {
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
  reportStray(findStrayLine(content), block, state);
}

function reportStray(stray: StrayMark | null, block: Block, state: BodyState): void {
  if (stray === null) return;
  const { offset, length, message, hint } = stray;
  const start = state.lines.locator(block.inline?.content ?? '', block.lines[0])(offset);
  const span = { file: state.lines.file, start, end: start + length };
  reportFault(state.scope.context, 'GA247', { message, hint, span });
}
