import { ptToInch, pt } from '../core/units.ts';
import { reportFault } from '../diagnostics/context.ts';
import type { Fragment } from '../page/page.ts';
import type { StructureChild, StructureElement } from '../page/structure-tree.ts';
import type { BoxTree } from '../box/box.ts';
import type { Composer, DraftPage, JumpOrigin, Pending } from './composer.ts';
import { emitMatter } from './emit-matter.ts';
import { isBare } from './is-bare.ts';
import type { Flow } from './page-plan.ts';
import { firstSourceOf, readAfter } from './page-starts.ts';
import { FLOW_START, type FlowCursor, type FlowPiece, type PreparedFlow } from './place-flow.ts';
import { regionWidth } from './segment-grid.ts';
import { columnsWidth, columnX, foldIn, type LegGrid } from './leg-grid.ts';
import { sideOf } from './part-spreads.ts';
import { brokenStretches } from './report-broken-words.ts';
import { reportTooDeep } from './report-too-deep.ts';
import { layoutStack } from './stack-layout.ts';
import type { TooWide } from './table-columns.ts';
import { indexStructure, type StructureIndex } from './structure-index.ts';

/** A piece of a flow and its place on a page. */
export type PiecePlace = {
  readonly prepared: PreparedFlow;
  readonly piece: FlowPiece;
  readonly cursor: FlowCursor;
  readonly legs: LegGrid;
  /** First column, and row from the top of the live area. */
  readonly column: number;
  readonly row: number;
};

/** Puts a piece on a page; returns where it leaves the page, for the jump line, should it go on. */
export function placePiece(composer: Composer, page: DraftPage, place: PiecePlace): JumpOrigin {
  const { flow } = place.prepared;
  const { grid } = composer;
  const index = indexOfFlow(composer, place.prepared);
  const x = columnX(grid, place.column, regionWidth(place.legs));
  const y = pt(grid.live.y + place.row * grid.baseline);
  const fragments = emitMatter(composer, page, place.piece.placed, { x, y, index });
  const isFirst = place.cursor === FLOW_START;
  const side = sideOf(page, x);
  const destination = isFirst ? flow.name : `${flow.name}.${side.label}`;
  composer.contents[side.index]?.flows.push(flow);
  let inches = 0;
  for (const area of place.piece.areas) {
    const { width, height } = area;
    page.beads.push({ story: flow.name, rect: { x: pt(area.x + x), y: pt(area.y + y), width, height } });
    if (area.isInLegs === true) inches += ptToInch(height) * legsUnder(place.legs, width);
  }
  composer.columnInches.set(flow.name, (composer.columnInches.get(flow.name) ?? 0) + inches);
  const { isCutAsPlanned, isForced, overflowing } = place.piece;
  if (overflowing !== null || isForced || (isFirst && isBare(place.prepared, place.piece)))
    composer.cramped.add(side.index);
  composer.tops.push({
    flow,
    destination,
    pageIndex: side.index,
    y,
    isFirst,
    inches,
    isCutAsPlanned,
    isForced,
  });
  if (flow.kind === 'story') {
    const source = firstSourceOf(fragments, flow.name);
    if (source !== null)
      composer.starts.push({ story: flow.name, ...source, pageIndex: side.index, isFirst });
  }
  if (place.legs.legsToFold !== undefined) noteFacing(composer, page, place.prepared.flow, fragments);
  reportPiece(composer, page, place);
  const last = place.piece.areas.at(-1);
  return {
    page,
    x: pt(x + (last?.x ?? 0)),
    y: pt(y + place.piece.rows * grid.baseline),
    width: last?.width ?? regionWidth(place.legs),
    destination,
    lastLeaf: lastLeafOf(fragments, index),
  };
}

/** How many legs what stands in legs is as wide as: tables and pictures side by side may stand over several. */
const legsUnder = ({ width, gutter }: LegGrid, over: number): number =>
  Math.max(1, (over + gutter) / (width + gutter));

/** What stands on both pages of a spread is matter of the right one too: its text goes on there with the first leg. */
function noteFacing(
  { grid, contents, starts }: Composer,
  page: DraftPage,
  flow: Flow,
  fragments: readonly Fragment[],
): void {
  const { index } = sideOf(page, grid.trim.width);
  contents[index]?.flows.push(flow);
  const column = columnsWidth(grid, 1) + 0.01;
  const legs = page.beads.filter(({ story, rect }) => {
    return story === flow.name && rect.width <= column && sideOf(page, rect.x).index === index;
  });
  const inLegs = fragments.filter(
    (fragment) =>
      fragment.kind === 'text' &&
      legs.some(({ rect }) => {
        const [x, y] = [fragment.x + fragment.run.x - rect.x, fragment.y - rect.y];
        return x > -column / 2 && x < rect.width && y > 0 && y <= rect.height + grid.baseline;
      }),
  );
  const others = fragments.filter((fragment) => !inLegs.includes(fragment));
  const source = firstSourceOf(readAfter(inLegs, others, flow.name), flow.name);
  if (source !== null) starts.push({ story: flow.name, ...source, pageIndex: index, isFirst: false });
}

function reportPiece(
  { session, grid, broken }: Composer,
  page: DraftPage,
  { prepared, piece }: PiecePlace,
): void {
  const { name } = prepared.flow;
  const trail = [`page ${page.label}`, name];
  for (const table of piece.tooWide) reportTable(session, table, trail);
  // Those of a table are told with it.
  if (piece.tooWide.length === 0) broken.push(...brokenStretches(piece.placed, trail));
  const { overflowing } = piece;
  if (overflowing !== null) {
    reportTooDeep(session.context, page, {
      prepared,
      element: overflowing === 'anonymous' ? null : overflowing,
      rows: Math.round(grid.live.height / grid.baseline),
    });
  } else if (piece.isForced) {
    reportFault(session.context, 'GA706', {
      message: `"${name}" has a single line at the head or foot of a column`,
      trail,
    });
  }
}

function reportTable(
  { context }: Composer['session'],
  { element, needs, measure, isBroken }: TooWide,
  trail: readonly string[],
): void {
  const room = `${Math.ceil(needs)} pt wide with whole words, and there is room for ${Math.floor(measure)} pt`;
  const details = isBroken
    ? { code: 'GA235', message: `a table has columns too narrow to be read: it is ${room}` }
    : { code: 'GA234', message: `words of a table are broken between letters: it is ${room}` };
  reportFault(context, details.code, { message: details.message, span: element.at, trail });
}

function indexOfFlow(composer: Composer, { flow, tree }: PreparedFlow): StructureIndex {
  const known = composer.indexes.get(flow);
  if (known !== undefined) return known;
  const index = indexStructure(tree.root.children, {
    numbers: composer.numbers,
    rankShift: 1,
    language: flow.language,
    scope: flow.name,
  });
  composer.indexes.set(flow, index);
  composer.matter.push({ flow, index });
  return index;
}

/** Leaves are numbered in reading order: the highest one of a piece is where the reader leaves it. */
function lastLeafOf(fragments: readonly Fragment[], index: StructureIndex): number {
  let last = 0;
  for (const fragment of fragments) {
    const leaf = fragment.kind === 'text' ? index.leafOf.get(fragment.run.inline) : undefined;
    if (leaf !== undefined && leaf > last) last = leaf;
  }
  return last;
}

/** A frame where a flow goes on. */
export type JumpPlace = {
  readonly frame: { readonly column: number };
  readonly legs: LegGrid;
  readonly row: number;
  readonly flow: Flow;
  readonly started: NonNullable<Pending['started']>;
};

/** The rows that a jump head takes; `commit` sets it, and the jump line on the page that the flow comes from. */
export type JumpHead = { readonly rows: number; readonly commit: () => void };

/** Prepares the jump head over legs that go on. */
export function placeJumpHead(composer: Composer, page: DraftPage, place: JumpPlace): JumpHead {
  const { grid, session, jumps } = composer;
  const { origin } = place.started;
  const head = jumps.jumpHead(place.flow, sideOf(origin.page, origin.x).label, origin.destination);
  const stack = layoutStack(session, head.root.children, regionWidth(place.legs), foldIn(place.legs));
  const rows = Math.ceil(stack.height / grid.baseline - 1e-6);
  return {
    rows,
    commit: () => {
      const x = columnX(grid, place.frame.column, regionWidth(place.legs));
      const y = pt(grid.live.y + place.row * grid.baseline);
      const { label } = sideOf(page, x);
      const line = jumps.jumpLine(place.flow, label, `${place.flow.name}.${label}`);
      const lineStack = layoutStack(session, line.root.children, origin.width);
      const on = emitGenerated(composer, origin.page, {
        tree: line,
        placed: lineStack.placed,
        x: origin.x,
        y: origin.y,
      });
      const from = emitGenerated(composer, page, { tree: head, placed: stack.placed, x, y });
      composer.insertions.push({ afterLeaf: origin.lastLeaf, elements: [...on, ...from] });
    },
  };
}

type Generated = {
  readonly tree: BoxTree;
  readonly placed: Parameters<typeof emitMatter>[2];
  readonly x: ReturnType<typeof pt>;
  readonly y: ReturnType<typeof pt>;
};

function emitGenerated(
  composer: Composer,
  page: DraftPage,
  { tree, placed, x, y }: Generated,
): readonly StructureElement[] {
  const index = indexStructure(tree.root.children, {
    numbers: composer.numbers,
    rankShift: 1,
    language: composer.language,
  });
  composer.broken.push(...brokenStretches(placed, [`page ${page.label}`]));
  emitMatter(composer, page, placed, { x, y, index });
  return index.children.filter(isElement);
}

const isElement = (child: StructureChild): child is StructureElement => child.kind === 'element';
