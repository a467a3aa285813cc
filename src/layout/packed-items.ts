import type { ParagraphBox } from '../box/box.ts';
import { pt, type Pt } from '../core/units.ts';
import { itemStart, type FlowItem, type ItemPart, type ItemStart, FORBIDDEN } from './flow-items.ts';
import type { FlowLeaf } from './flow-leaf.ts';
import type { LayoutSession } from './layout-session.ts';
import { layoutLeaf } from './leaf-matter.ts';
import { packStrips } from './pack-strips.ts';
import { moveAll, type Placed } from './placed.ts';

/** The items of some small paragraphs that stand under one another off the grid, and the last leaf they hold. */
export type PackedItems = { readonly items: readonly FlowItem[]; readonly last: number };

/** A paragraph of the pack with the white above it; points. */
type Strip = {
  readonly leaf: number;
  readonly height: number;
  /** From the strip's top to its content. */
  readonly top: number;
  readonly bottom: number;
  readonly mayBreak: boolean;
  readonly placed: readonly Placed[];
};

/**
 * Paragraphs off the grid that follow one another are packed into whole rows, so that small type keeps its own leading
 * and the flow its grid. Null where the leaf stands alone.
 */
export function packedItems(
  session: LayoutSession,
  leaves: readonly FlowLeaf[],
  start: ItemStart,
  measure: Pt,
): PackedItems | null {
  const last = lastOfRun(leaves, start.index);
  if (last === start.index) return null;
  const strips = leaves
    .slice(start.index, last + 1)
    .map((leaf, at) =>
      setStrip(session, leaves, { leaf, index: start.index + at, isFirst: at === 0 }, measure),
    );
  const packs = packStrips(strips, session.baseline);
  const items = packs.map((pack, index): FlowItem => {
    const isFirst = index === 0;
    const { height, parts, placed } = stack(pack);
    return {
      leaf: pack[0]?.leaf ?? start.index,
      rowsBefore: isFirst ? start.rowsBefore : 0,
      rows: Math.max(1, Math.ceil(height / session.baseline - 1e-3)),
      breakCost: isFirst ? start.breakCost : pack[0]?.mayBreak === true ? 1 : FORBIDDEN,
      forcesColumn: isFirst && start.forcesColumn,
      endsHyphenated: false,
      contentTop: parts[0]?.contentTop ?? 0,
      contentBottom: parts.at(-1)?.contentBottom ?? 0,
      parts,
      placed,
      isPacked: true,
      variants: null,
    };
  });
  return { items, last };
}

/** Whether a leaf is a paragraph off the grid. */
function isSmall(leaf: FlowLeaf | undefined): leaf is FlowLeaf & { readonly box: ParagraphBox } {
  return leaf?.box.kind === 'paragraph' && leaf.box.style.edBaseline === 'free';
}

function lastOfRun(leaves: readonly FlowLeaf[], from: number): number {
  if (!isSmall(leaves[from])) return from;
  let last = from;
  for (let at = from + 1; at < leaves.length; at += 1) {
    const leaf = leaves[at];
    if (!isSmall(leaf) || (leaf.breakBefore !== 'auto' && leaf.breakBefore !== 'avoid')) break;
    last = at;
  }
  return last;
}

type StripPlace = { readonly leaf: FlowLeaf; readonly index: number; readonly isFirst: boolean };

function setStrip(
  session: LayoutSession,
  leaves: readonly FlowLeaf[],
  { leaf, index, isFirst }: StripPlace,
  measure: Pt,
): Strip {
  const matter = layoutLeaf(session, leaf, measure);
  const above = leaves[index - 1];
  const margin = isFirst || above === undefined ? 0 : Math.max(above.marginAfter, leaf.marginBefore);
  const top = margin + leaf.edgeBefore;
  return {
    leaf: index,
    height: top + matter.height + leaf.edgeAfter,
    top,
    bottom: top + matter.height,
    mayBreak: itemStart(session, leaves, leaf, index).breakCost < FORBIDDEN,
    placed: moveAll(matter.placed, leaf.left, top),
  };
}

function stack(pack: readonly Strip[]): {
  readonly height: number;
  readonly parts: readonly ItemPart[];
  readonly placed: readonly Placed[];
} {
  let y = 0;
  const parts: ItemPart[] = [];
  const placed: Placed[] = [];
  for (const strip of pack) {
    parts.push({ leaf: strip.leaf, contentTop: pt(y + strip.top), contentBottom: pt(y + strip.bottom) });
    placed.push(...moveAll(strip.placed, 0, y));
    y += strip.height;
  }
  return { height: y, parts, placed };
}
