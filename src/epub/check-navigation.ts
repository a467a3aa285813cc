import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Span } from '../core/origin.ts';
import type { MarkupElement, MarkupNode } from '../markup/markup-tree.ts';
import { elementsOf } from './markup-node.ts';
import type { Chapter } from './epub-book.ts';

const LISTS = ['toc', 'page-list', 'landmarks'] as const;

type NavigationFault = { readonly at: Span | null; readonly message: string };

/**
 * Looks whether reading systems can follow the contents (EPUB 3.3, 7.3): one `nav` that is the table of contents, at most one
 * each that is the page list and the landmarks, and in each a heading or none, then one list of links. Reports GA902.
 *
 * @param file the template of the contents: the place of what is not there.
 */
export function checkNavigation(contents: Chapter, file: string, context: Context): void {
  // What could not be rendered is told already.
  if (contents.tree.children.length === 0) return;
  const navs = elementsOf(contents.tree.children).filter(({ name }) => name === 'nav');
  for (const list of LISTS) {
    const [nav, second] = navs.filter((element) => typesOf(element).includes(list));
    const fault =
      nav === undefined
        ? list === 'toc' && { at: null, message: 'the EPUB has no table of contents' }
        : (faultOf(nav, list) ?? (second && { at: second.at, message: `this is a second nav of "${list}"` }));
    if (!fault) continue;
    const span = fault.at ?? { file, start: 0, end: 0 };
    reportFault(context, 'GA902', { message: fault.message, span });
  }
}

const typesOf = ({ attributes }: MarkupElement): readonly string[] =>
  (attributes['epub:type'] ?? '').split(/\s+/);

const isElement = (node: MarkupNode | undefined): node is MarkupElement => node?.kind === 'element';

/** What stands in an element besides white space. */
const matterOf = ({ children }: MarkupElement): readonly MarkupNode[] =>
  children.filter((node) => isElement(node) || node.text.trim() !== '');

/** What is read aloud: text, and what stands for a picture, or an element, without it (EPUB 3.3, 7.3.1). */
const wordsOf = (nodes: readonly MarkupNode[]): string =>
  nodes
    .map((node) =>
      isElement(node)
        ? `${node.attributes['aria-label'] ?? ''}${node.attributes['alt'] ?? ''}${wordsOf(node.children)}`
        : node.text,
    )
    .join('');

function faultOf(nav: MarkupElement, list: (typeof LISTS)[number]): NavigationFault | null {
  const matter = matterOf(nav);
  const [first] = matter;
  const [ol, ...others] =
    isElement(first) && /^h(?:[1-6]|group)$/.test(first.name) ? matter.slice(1) : matter;
  if (!isElement(ol) || ol.name !== 'ol' || others.length > 0) {
    const message = `the nav of "${list}" holds something else than a heading and one list (ol)`;
    return { at: nav.at, message };
  }
  const untyped = elementsOf([ol]).find((element) => element.name === 'a' && typesOf(element).includes(''));
  if (list === 'landmarks' && untyped !== undefined)
    return { at: untyped.at, message: 'a link of the landmarks does not say what it leads to' };
  return faultOfList(ol);
}

function faultOfList(list: MarkupElement): NavigationFault | null {
  const items = matterOf(list);
  if (items.length === 0) return { at: list.at, message: 'a list of the contents is empty' };
  for (const item of items) {
    const fault = faultOfItem(item, list);
    if (fault !== null) return fault;
  }
  return null;
}

function faultOfItem(item: MarkupNode, list: MarkupElement): NavigationFault | null {
  if (!isElement(item) || item.name !== 'li')
    return {
      at: item.at ?? list.at,
      message: 'a list of the contents holds something else than entries (li)',
    };
  const [label, inner, ...others] = matterOf(item);
  const isLabel = isElement(label) && (label.name === 'a' || label.name === 'span');
  const isList = inner === undefined || (isElement(inner) && inner.name === 'ol');
  if (!isLabel || !isList || others.length > 0)
    return { at: item.at, message: 'an entry of the contents is something else than one link and its list' };
  const words = wordsOf([label]).trim();
  if (words === '') return { at: item.at, message: 'an entry of the contents has no words' };
  // A link that leads to nothing in the book is words alone.
  if (label.name === 'span' && inner === undefined)
    return { at: item.at, message: `the entry "${words}" of the contents leads nowhere` };
  return inner === undefined ? null : faultOfList(inner);
}
