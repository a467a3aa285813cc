import type { MarkupElement, MarkupNode } from '../markup/markup-tree.ts';

/** What may follow the last words of a story, such as notes and boxes: it stands beside the text, not in it. */
const BESIDE: ReadonlySet<string> = new Set(['aside', 'figure', 'hr']);
/** What holds text, or holds such as do. */
const HOLDERS: ReadonlySet<string> = new Set(['p', 'ul', 'ol', 'li', 'blockquote']);

/**
 * Puts a sign behind the last word of a text, as `span.end-mark`, on the line of that word: behind the last cutline where
 * pictures side by side are the last thing. Nodes that end in something else (a table, a letter, pictures of which the last
 * has no cutline) stay as they are.
 */
export function withEndMark(nodes: readonly MarkupNode[], sign: string): readonly MarkupNode[] {
  const last = nodes.findLastIndex(
    (node) => node.kind === 'element' && (isPictures(node) || !isBeside(node)),
  );
  const node = nodes[last];
  if (node?.kind !== 'element') return nodes;
  const ended = isPictures(node) ? withMarkedCutline(node, sign) : markedText(node, sign);
  return nodes.with(last, ended);
}

/** Pictures side by side stand in the flow, over all columns: what is before them is not the end. */
const isPictures = (node: MarkupElement): boolean =>
  node.name === 'div' && node.attributes['class']?.split(' ').includes('pictures') === true;

const markedText = (node: MarkupElement, sign: string): MarkupElement =>
  HOLDERS.has(node.name) ? marked(node, sign) : node;

/** The sign behind the last cutline of pictures: in the last child of the last child that is one. */
function withMarkedCutline(element: MarkupElement, sign: string): MarkupElement {
  const last = element.children.at(-1);
  if (last?.kind !== 'element') return element;
  const ended = last.name === 'figcaption' ? marked(last, sign) : withMarkedCutline(last, sign);
  return { ...element, children: [...element.children.slice(0, -1), ended] };
}

const isBeside = (node: MarkupNode): boolean =>
  node.kind === 'element' &&
  (BESIDE.has(node.name) || (node.name === 'div' && node.children.every(isBeside)));

function marked(element: MarkupElement, sign: string): MarkupElement {
  const last = element.children.at(-1);
  if (last?.kind === 'element' && HOLDERS.has(last.name)) {
    return { ...element, children: [...element.children.slice(0, -1), marked(last, sign)] };
  }
  if (element.name === 'ul' || element.name === 'ol' || element.name === 'blockquote') return element;
  // A no-break space keeps the sign on the line of the last word.
  const text: MarkupNode = { kind: 'text', text: `\u00A0${sign}`, source: null, at: null };
  const attributes = { class: 'end-mark', 'aria-hidden': 'true' };
  const mark: MarkupNode = { kind: 'element', name: 'span', attributes, children: [text], at: null };
  return { ...element, children: [...element.children, mark] };
}
