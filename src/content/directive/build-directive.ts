import type { Span } from '../../core/origin.ts';
import { reportFault } from '../../diagnostics/context.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { MarkupElement, MarkupNode } from '../../markup/markup-tree.ts';
import { nextNode, setBlockText, type BodyState } from '../body-state.ts';
import { readLine } from '../fields.ts';
import { ATTRIBUTION, DIRECTIVE, fenceOf, type DirectiveFence } from '../markdown/directive-rule.ts';
import type { Block } from '../markdown/nest-blocks.ts';
import { findLonePicture } from '../picture/figure.ts';
import { readingOrder } from '../reading-order.ts';
import { setText } from '../story-scope.ts';
import { DIRECTIVE_FORMS, isDirectiveKind, type DirectiveKind } from './directive-kinds.ts';
import { buildVerse, type BuildBlocks } from './build-verse.ts';
import { repeatElement } from './repeat-pull-quote.ts';

/** The lowest rank of a head in a box: one more is left for the rank that the edition puts over stories. */
const MAX_HEAD_RANK = 5;

/** Pull quotes whose words stand in the story, by the word behind the kind. */
const REPEATED: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['repeat', {}],
  ['optional', { 'data-optional': '' }],
]);

/**
 * A fenced directive as its element, with its head and the lines that say who speaks. Of a wrong one the blocks are
 * kept. Reports GA220, GA221, GA223, GA224 and GA226.
 */
export function buildDirective(
  block: Block,
  at: Span,
  state: BodyState,
  buildBlocks: BuildBlocks,
): readonly MarkupElement[] {
  const fence = fenceOf(block.token);
  const line = fenceSpan(block, state);
  if (!fence.isClosed) {
    const message = `::: ${fence.kind} is not closed`;
    reportFault(state.scope.context, 'GA221', { message, span: line });
  }
  if (!isDirectiveKind(fence.kind)) {
    reportKind(fence.kind, line, state);
    return buildBlocks(block.children, state);
  }
  const { kind } = fence;
  reportNesting(block, { kind, line }, state);
  const kept = { ...state };
  const nodes = state.nodes;
  const element = buildKind({ block, at, line, fence, kind }, state, buildBlocks);
  const { isQuoteOpen, order, surrounding, rank, headRank } = kept;
  Object.assign(state, { isQuoteOpen, order, surrounding, rank, headRank });
  const form = kind === 'pullquote' ? REPEATED.get(fence.words) : undefined;
  if (form === undefined) return [element];
  // Words that stand elsewhere are no words of their own.
  state.nodes = nodes;
  return [repeatElement(element, form, state)];
}

type Reading = {
  readonly block: Block;
  readonly at: Span;
  /** The opening fence. */
  readonly line: Span;
  readonly fence: DirectiveFence;
  readonly kind: DirectiveKind;
};

function fenceSpan({ lines }: Block, { lines: source }: BodyState): Span {
  return source.blockSpan(lines[0], lines[0] + 1);
}

function buildKind(reading: Reading, state: BodyState, buildBlocks: BuildBlocks): MarkupElement {
  const { block, at, line, kind } = reading;
  const form = DIRECTIVE_FORMS[kind];
  const order = readingOrder(block.children);
  Object.assign(state, { isQuoteOpen: false, order, surrounding: kind, headRank: state.rank });
  const head = buildHead(reading, state);
  const children =
    kind === 'verse' ? buildVerse(block, state, buildBlocks) : buildBlocks(block.children, state);
  if (block.children.every(({ token }) => token.type === ATTRIBUTION)) {
    const isBare = head === null && children.length === 0;
    const message = `::: ${kind} holds nothing${isBare ? '' : ' but its head or signature'}`;
    reportFault(state.scope.context, 'GA223', { message, span: line });
  }
  const labelled: Readonly<Record<string, string>> =
    head === null || form.element !== 'aside' ? {} : { 'aria-labelledby': head.attributes['id'] ?? '' };
  return {
    kind: 'element',
    name: form.element,
    attributes: { ...form.attributes, ...(kind === 'notice' && runsOn(block) ? RUNNING : {}), ...labelled },
    children: head === null ? children : [head, ...children],
    at,
  };
}

/** A notice that is read, and not only seen: its text is set like any other. */
const RUNNING = { class: 'box notice running', role: 'note' };

/** Letters of a paragraph that go into a few short lines. */
const SHORT_PARAGRAPH = 160;

/** Whether a notice has lists, tables or longer paragraphs, which are hard to read when they are centred. */
const runsOn = ({ children }: Block): boolean =>
  children.some(
    ({ token, inline }) =>
      token.type.endsWith('_list_open') ||
      token.type === 'table_open' ||
      (inline?.content.length ?? 0) > SHORT_PARAGRAPH,
  );

/** The words behind the kind: a head one rank below what stands around. Reports GA226. */
function buildHead({ fence, kind, line }: Reading, state: BodyState): MarkupElement | null {
  const { headClass } = DIRECTIVE_FORMS[kind];
  const { words } = fence;
  if (words === '') return null;
  if (headClass === null) {
    if (!REPEATED.has(words)) {
      const meant = suggest(words, [...REPEATED.keys()]);
      const hint = meant === null ? {} : { hint: `Did you mean ${meant}?` };
      const message = `"${words}" stands behind ::: ${kind}, which takes "repeat", "optional" or nothing`;
      reportFault(state.scope.context, 'GA226', { message, span: line, ...hint });
    }
    return null;
  }
  const rank = Math.min(state.rank + 1, MAX_HEAD_RANK);
  const start = line.end - words.length;
  const at = { ...line, start: Math.max(line.start, start) };
  const place = { node: nextNode(state), offset: 0, continuesQuote: false };
  const set = setText(readLine({ text: words, at }, state.scope), place, state.scope);
  state.heads += 1;
  state.rank = rank;
  state.headRank = rank;
  const { locale } = state.scope.edition;
  // A table under it may go on elsewhere, and says there what it is.
  const continued = kind === 'listing' ? locale.words['pageContinued'] : undefined;
  const attributes = {
    class: headClass,
    id: `head-${state.heads}`,
    ...(continued === undefined ? {} : { 'data-continued': continued }),
  };
  return { kind: 'element', name: `h${rank}`, attributes, children: set.nodes, at };
}

/** Who speaks: the dashes before the name are a sign for it, and are not set. */
export function buildName(block: Block, at: Span, state: BodyState): readonly MarkupElement[] {
  const { surrounding } = state;
  const className = isDirectiveKind(surrounding)
    ? DIRECTIVE_FORMS[surrounding].attributionClass
    : 'attribution';
  const typed = block.token.markup;
  const sign = { ...at, end: at.start + typed.length };
  state.scope.changes.push({ at: sign, before: typed, after: '' });
  state.isQuoteOpen = false;
  const children: readonly MarkupNode[] = setBlockText(block, state);
  return [{ kind: 'element', name: 'p', attributes: { class: className }, children, at }];
}

function reportKind(word: string, line: Span, state: BodyState): void {
  const kinds = Object.keys(DIRECTIVE_FORMS);
  const meant = suggest(word, kinds);
  reportFault(state.scope.context, 'GA220', {
    message: `there is no block "${word}"`,
    hint: meant === null ? `Kinds are ${kinds.join(', ')}.` : `Did you mean ::: ${meant}?`,
    span: line,
  });
}

type Nest = { readonly kind: DirectiveKind; readonly line: Span };

/** A kind stands in few others, and pull quotes and verse hold paragraphs alone. Reports GA224. */
function reportNesting(block: Block, { kind, line }: Nest, state: BodyState): void {
  const { context } = state.scope;
  const { within, holdsBlocks } = DIRECTIVE_FORMS[kind];
  const { surrounding } = state;
  if (!within.has(surrounding)) {
    const where = surrounding === 'other' ? 'a list or a quotation' : `::: ${surrounding}`;
    reportFault(context, 'GA224', { message: `::: ${kind} cannot stand in ${where}`, span: line });
  }
  if (holdsBlocks) return;
  // A directive inside says so itself.
  const other = block.children.find((child) => !isText(child) && child.token.type !== DIRECTIVE);
  if (other === undefined) return;
  const span = state.lines.blockSpan(...other.lines);
  reportFault(context, 'GA224', { message: `::: ${kind} holds paragraphs and nothing else`, span });
}

function isText({ token, inline }: Block): boolean {
  if (token.type === ATTRIBUTION) return true;
  return token.type === 'paragraph_open' && (inline === null || findLonePicture(inline) === null);
}
