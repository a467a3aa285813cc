import type { MarkupElement, MarkupNode, MarkupText } from '../markup/markup-tree.ts';

/** What is run into a text: its name, which is its class; its nodes; the sign between it and the text. */
export type RunIn = { readonly name: string; readonly nodes: readonly MarkupNode[]; readonly sign: string };

/** The class of a paragraph that something is run into. */
const RUN_IN_CLASS = 'run-in';
/** What parts by itself: a dash, or a colon. */
const PARTED = /[\p{Pd}:\uFF1A]\s*$/u;

/**
 * Puts some matter at the head of a text's first paragraph, as `span` of its name, with a sign between the two unless
 * it ends in a dash or a colon. A text that begins with something else (a subhead, a list, a table) gets it as a
 * paragraph before. Matter that is empty changes nothing.
 */
export function withRunIn(
  nodes: readonly MarkupNode[],
  { name, nodes: matter, sign }: RunIn,
): readonly MarkupNode[] {
  if (matter.length === 0) return nodes;
  const [first, ...others] = nodes;
  if (first?.kind !== 'element' || first.name !== 'p') return [element('p', name, matter), ...nodes];
  const isParted = sign === '' || PARTED.test(matter.map(textOf).join(''));
  // A no-break space keeps the sign on the line of the last word before it.
  const between: MarkupText = {
    kind: 'text',
    text: isParted ? ' ' : `\u00A0${sign} `,
    source: null,
    at: null,
  };
  const before = first.attributes['class'];
  const attributes = {
    ...first.attributes,
    class: before === undefined ? RUN_IN_CLASS : `${before} ${RUN_IN_CLASS}`,
  };
  return [
    { ...first, attributes, children: [element('span', name, matter), between, ...first.children] },
    ...others,
  ];
}

const element = (name: string, ofClass: string, children: readonly MarkupNode[]): MarkupElement => ({
  kind: 'element',
  name,
  attributes: { class: ofClass },
  children,
  at: null,
});

const textOf = (node: MarkupNode): string =>
  node.kind === 'text' ? node.text : node.children.map(textOf).join('');
