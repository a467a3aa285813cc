import type { MarkupNode, MarkupText } from '../markup/markup-tree.ts';

/** The end of a place in a dateline: a comma that no number goes on behind. */
const END_OF_PLACE = /[,،、，](?!\d)/u;

/**
 * A dateline with its place, all that stands before the first comma, as `span.dateline-place`: themes set it in
 * capitals, and leave `Fla.` and `March 14` as they are. A dateline that begins with markup stays as it is.
 */
export function withPlace(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  const [first, ...others] = nodes;
  if (first?.kind !== 'text') return nodes;
  const comma = first.text.search(END_OF_PLACE);
  const end = comma < 0 ? first.text.length : comma;
  if (end === 0) return nodes;
  const place: MarkupNode = {
    kind: 'element',
    name: 'span',
    attributes: { class: 'dateline-place' },
    children: [{ ...first, text: first.text.slice(0, end) }],
    at: null,
  };
  return end === first.text.length ? [place, ...others] : [place, after(first, end), ...others];
}

/** The rest of a text from some unit on. */
function after(node: MarkupText, units: number): MarkupText {
  const { source } = node;
  return {
    ...node,
    text: node.text.slice(units),
    source: source === null ? null : { ...source, offset: source.offset + units },
  };
}
