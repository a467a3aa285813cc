import type { BlockBox, Box } from '../box/box.ts';

/** A run of a flow's matter: over the whole frame, or through its legs. */
export type Segment = { readonly kind: 'span' | 'legs'; readonly boxes: readonly Box[] };

/**
 * Cuts a flow at its spanners (`column-span: all`, CSS Multi-column 1 §6).
 * Spanners count at the root's own level and inside undecorated blocks of it, such as a body wrapper.
 */
export function segmentFlow(root: BlockBox): readonly Segment[] {
  const segments: { kind: Segment['kind']; boxes: Box[] }[] = [];
  const push = (kind: Segment['kind'], box: Box): void => {
    const last = segments.at(-1);
    if (last !== undefined && last.kind === kind) last.boxes.push(box);
    else segments.push({ kind, boxes: [box] });
  };
  const visit = (box: Box): void => {
    if (box.style.columnSpan === 'all') return push('span', box);
    if (box.kind === 'block' && box.children.some(holdsSpanner)) return box.children.forEach(visit);
    push('legs', box);
  };
  root.children.forEach(visit);
  return segments;
}

function holdsSpanner(box: Box): boolean {
  if (box.style.columnSpan === 'all') return true;
  return box.kind === 'block' && box.children.some(holdsSpanner);
}
