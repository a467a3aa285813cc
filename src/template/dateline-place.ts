import type { MarkupNode, MarkupText } from '../markup/markup-tree.ts';

/** The end of a place in a dateline: a comma that no number goes on behind. */
const END_OF_PLACE = /[,،、，](?!\d)/u;

/**
 * A dateline with its place, all that stands before the first comma, as `span.dateline-place`: themes set it in
 * capitals, and leave `Fla.` and `March 14` as they are. Markup that the comma stands in is closed before it and opened
 * again behind.
 */
export function withPlace(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  const { before, after } = partAtComma(nodes);
  if (before.length === 0) return nodes;
  const place: MarkupNode = {
    kind: 'element',
    name: 'span',
    attributes: { class: 'dateline-place' },
    children: before,
    at: null,
  };
  return [place, ...after];
}

type Parted = { readonly before: readonly MarkupNode[]; readonly after: readonly MarkupNode[] };

/** Nodes before the first comma, and from it on. */
function partAtComma(nodes: readonly MarkupNode[]): Parted {
  for (const [at, node] of nodes.entries()) {
    const parted = node.kind === 'text' ? partText(node) : partAtComma(node.children);
    if (parted.after.length === 0) continue;
    const part = (side: readonly MarkupNode[]): readonly MarkupNode[] =>
      node.kind === 'text' || side.length === 0 ? side : [{ ...node, children: side }];
    return {
      before: [...nodes.slice(0, at), ...part(parted.before)],
      after: [...part(parted.after), ...nodes.slice(at + 1)],
    };
  }
  return { before: nodes, after: [] };
}

function partText(node: MarkupText): Parted {
  const comma = node.text.search(END_OF_PLACE);
  if (comma < 0) return { before: [node], after: [] };
  if (comma === 0) return { before: [], after: [node] };
  return { before: [{ ...node, text: node.text.slice(0, comma) }], after: [textFrom(node, comma)] };
}

/** The rest of a text from some unit on. */
function textFrom(node: MarkupText, units: number): MarkupText {
  const { source } = node;
  return {
    ...node,
    text: node.text.slice(units),
    source: source === null ? null : { ...source, offset: source.offset + units },
  };
}
