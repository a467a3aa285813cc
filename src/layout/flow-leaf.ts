import { pt, type Pt } from '../core/units.ts';
import type { Box, ImageBox, ListItemBox, ParagraphBox, RowBox, RuleBox, TableBox } from '../box/box.ts';
import type { ComputedStyle } from '../style/computed-style.ts';

/** A block with a border or a tint, and where its border box begins and ends. */
export type Decoration = {
  readonly style: ComputedStyle;
  /** Insets of the border box from the edges of the measure. */
  readonly left: Pt;
  readonly right: Pt;
  /** Leaves it holds, from `first` to `last`. */
  readonly first: number;
  readonly last: number;
  /** From the border box's top to the first leaf's content, and from the last leaf's content to its bottom. */
  readonly top: Pt;
  readonly bottom: Pt;
};

/** The smallest boxes of a flow, in order, with the space that their ancestors put round them. */
export type FlowLeaf = {
  readonly box: ParagraphBox | ImageBox | RuleBox | RowBox | TableBox | UnbrokenBox;
  /** Insets of the content from the edges of the measure. */
  readonly left: Pt;
  readonly right: Pt;
  /** Space that collapses with its neighbour's and is dropped at the top of a leg. */
  readonly marginBefore: Pt;
  readonly marginAfter: Pt;
  /** Borders and padding that open or close here: never dropped. */
  readonly edgeBefore: Pt;
  readonly edgeAfter: Pt;
  /** No break between this leaf and the next one. */
  readonly keepWithNext: boolean;
  /** The outermost block round it that may not be broken, numbered from 1 in the flow; 0 where there is none. */
  readonly keptIn: number;
  readonly breakBefore: 'auto' | 'avoid' | 'column' | 'page';
  /** The marker of a list item that begins here. */
  readonly marker: ParagraphBox | null;
  /** On a line of a poem; absent for any other leaf. */
  readonly isVerse?: boolean;
};

/** A block that is set as one piece off the grid: a picture with its cutline, a fact box. */
export type UnbrokenBox = { readonly kind: 'unbroken'; readonly style: ComputedStyle; readonly box: Box };

/** The leaves of some boxes and the decorations over them. */
export type FlattenedFlow = {
  readonly leaves: readonly FlowLeaf[];
  readonly decorations: readonly Decoration[];
  /** The leaves of blocks that may wait for the head of the next leg. */
  readonly waiting: readonly LeafRange[];
};

/** From one leaf to another, both of them in it. */
export type LeafRange = { readonly first: number; readonly last: number };

type Draft = { -readonly [Key in keyof FlowLeaf]: FlowLeaf[Key] };
type Inherited = {
  readonly left: number;
  readonly right: number;
  readonly keptIn: number;
  readonly isVerse: boolean;
};
type Walk = {
  readonly leaves: Draft[];
  readonly decorations: Decoration[];
  readonly waiting: LeafRange[];
  readonly splitsUnbroken: boolean;
  /** Blocks so far that may not be broken. */
  kept: number;
  margin: number;
  edge: number;
  inner: number;
  marker: ParagraphBox | null;
  forced: FlowLeaf['breakBefore'];
};

/**
 * Flattens boxes into leaves. Adjoining margins collapse to the larger one (CSS 2 §8.3.1); borders and padding keep
 * them apart. `unbroken` keeps blocks that may not break and stand off the grid in one piece.
 */
export function flattenBoxes(boxes: readonly Box[], unbroken: boolean): FlattenedFlow {
  const walk: Walk = {
    leaves: [],
    decorations: [],
    waiting: [],
    splitsUnbroken: !unbroken,
    kept: 0,
    margin: 0,
    edge: 0,
    inner: 0,
    marker: null,
    forced: 'auto',
  };
  for (const box of boxes) visit(walk, box, { left: 0, right: 0, keptIn: 0, isVerse: false });
  return { leaves: walk.leaves, decorations: walk.decorations, waiting: walk.waiting };
}

function visit(walk: Walk, box: Box, around: Inherited): void {
  const { style } = box;
  const leftOuter = around.left + style.margin.left;
  const rightOuter = around.right + style.margin.right;
  const isUnbroken = box.kind === 'block' && style.breakInside === 'avoid' && style.edBaseline === 'free';
  const asOnePiece = !walk.splitsUnbroken && (isUnbroken || style.edInset !== 'none');
  // All three draw their own borders.
  const isWhole = asOnePiece || box.kind === 'table' || box.kind === 'rule';
  const open = openBox(walk, style, isWhole);
  const inside: Inherited = {
    left: leftOuter + (isWhole ? 0 : style.border.left.width + style.padding.left),
    right: rightOuter + (isWhole ? 0 : style.border.right.width + style.padding.right),
    keptIn: keptIn(walk, style, around),
    isVerse: around.isVerse || style.columnSpan === 'lines',
  };
  const first = walk.leaves.length;
  if (box.kind === 'list-item') walk.marker = markerParagraph(box);
  if (asOnePiece) pushLeaf(walk, { kind: 'unbroken', style, box }, inside);
  else if (box.kind === 'block' || box.kind === 'list-item')
    for (const child of box.children) visit(walk, child, inside);
  else pushLeaf(walk, box, inside);
  const lastLeaf = walk.leaves.at(-1);
  if (lastLeaf === undefined || walk.leaves.length === first) return;
  closeBox(lastLeaf, style, isWhole);
  if (style.breakAfter === 'avoid') lastLeaf.keepWithNext = true;
  else walk.forced = strongerBreak(walk.forced, style.breakAfter);
  const isBlock = style.breakInside === 'avoid' || box.kind === 'table';
  if (style.edDefer === 'column' && isBlock && style.edInset === 'none')
    walk.waiting.push({ first, last: walk.leaves.length - 1 });
  if (isDecorated(style) && !isWhole) {
    const firstLeaf = walk.leaves[first] ?? lastLeaf;
    walk.decorations.push({
      style,
      left: pt(leftOuter),
      right: pt(rightOuter),
      first,
      last: walk.leaves.length - 1,
      top: pt(firstLeaf.edgeBefore - open),
      bottom: pt(lastLeaf.edgeAfter),
    });
  }
}

/** Two blocks that may not be broken, one after the other, may be parted from each other. */
function keptIn(walk: Walk, style: ComputedStyle, around: Inherited): number {
  if (around.keptIn > 0 || style.breakInside !== 'avoid') return around.keptIn;
  walk.kept += 1;
  return walk.kept;
}

const BREAKS: readonly FlowLeaf['breakBefore'][] = ['auto', 'avoid', 'column', 'page'];

/** Of two that meet at one place, a forced break counts, and that of a page before that of a column (CSS Fragmentation 3 §3.1). */
const strongerBreak = (
  one: FlowLeaf['breakBefore'],
  other: FlowLeaf['breakBefore'],
): FlowLeaf['breakBefore'] => (BREAKS.indexOf(one) >= BREAKS.indexOf(other) ? one : other);

/** Adds a box's top margin and edge to what waits for the next leaf; returns where its border box begins in the edge. */
function openBox(walk: Walk, style: ComputedStyle, marginOnly: boolean): number {
  walk.forced = strongerBreak(walk.forced, style.breakBefore);
  if (walk.edge === 0) walk.margin = Math.max(walk.margin, style.margin.top);
  else walk.inner = Math.max(walk.inner, style.margin.top);
  const edge = marginOnly ? 0 : style.border.top.width + style.padding.top;
  const start = walk.edge + walk.inner;
  if (edge > 0) {
    walk.edge = start + edge;
    walk.inner = 0;
  }
  return start;
}

function closeBox(leaf: Draft, style: ComputedStyle, marginOnly: boolean): void {
  const edge = marginOnly ? 0 : style.border.bottom.width + style.padding.bottom;
  if (edge > 0) {
    leaf.edgeAfter = pt(leaf.edgeAfter + leaf.marginAfter + edge);
    leaf.marginAfter = style.margin.bottom;
  } else leaf.marginAfter = pt(Math.max(leaf.marginAfter, style.margin.bottom));
}

function pushLeaf(walk: Walk, box: FlowLeaf['box'], inside: Inherited): void {
  walk.leaves.push({
    box,
    left: pt(inside.left),
    right: pt(inside.right),
    marginBefore: pt(walk.margin),
    edgeBefore: pt(walk.edge + walk.inner),
    marginAfter: pt(0),
    edgeAfter: pt(0),
    keepWithNext: false,
    keptIn: inside.keptIn,
    breakBefore: walk.forced,
    marker: walk.marker,
    ...(inside.isVerse ? { isVerse: true } : {}),
  });
  walk.margin = 0;
  walk.edge = 0;
  walk.inner = 0;
  walk.marker = null;
  walk.forced = 'auto';
}

function markerParagraph(box: ListItemBox): ParagraphBox | null {
  if (box.marker === null) return null;
  return {
    kind: 'paragraph',
    element: null,
    style: box.marker.style,
    language: box.marker.language,
    runs: [box.marker],
  };
}

function isDecorated(style: ComputedStyle): boolean {
  const { top, right, bottom, left } = style.border;
  return style.backgroundColour !== null || top.width + right.width + bottom.width + left.width > 0;
}
