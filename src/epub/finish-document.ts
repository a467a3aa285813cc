import { reportFault, type Context } from '../diagnostics/context.ts';
import type { MarkupElement, MarkupNode, MarkupTree } from '../markup/markup-tree.ts';
import { element } from './markup-node.ts';

/** What references in a document lead to. */
export type References = {
  /** Path inside the book of a picture, by the path of its file; the cover's by itself. */
  readonly images: ReadonlyMap<string, string>;
  /** File name of a story's document, by the story's id. */
  readonly stories: ReadonlyMap<string, string>;
  /** File names of all documents. */
  readonly documents: ReadonlySet<string>;
};

/** Addresses that may leave the book; every other one is dropped with its words kept. */
const OUTWARD = /^(?:https?:\/\/|mailto:|tel:)/i;

/**
 * Makes a rendered template a document of the book: pictures by their names in the book, links only to what is in it or
 * to the web, `xml:lang` beside each `lang`, and nothing that belongs to the print alone (`ed-…`, `shape`, `data-…`).
 *
 * Reports GA900 for an id that two elements carry.
 */
export function finishDocument(tree: MarkupTree, references: References, context: Context): MarkupTree {
  const ids = new Map<string, MarkupElement>();
  const own = { ...references, ids: new Set(tree.children.flatMap(idsOf)) };
  const finish = (node: MarkupNode): readonly MarkupNode[] => {
    if (node.kind === 'text') return [node];
    const children = node.children.flatMap(finish);
    // What a reference says is the program's own, and its language the edition's.
    if (node.name === 'ed-ref')
      return [{ ...node, name: 'span', attributes: { class: 'generated' }, children }];
    if (node.name.startsWith('ed-')) return children;
    checkId(node, ids, context);
    if (node.name === 'img') return finishImage(node, references);
    const attributes = finishAttributes(node, own);
    if (node.name === 'table') return [scrolling({ ...node, attributes, children })];
    const isDeadLink = node.name === 'a' && attributes['href'] === undefined;
    return [{ ...node, name: isDeadLink ? 'span' : node.name, attributes, children }];
  };
  return { kind: 'tree', children: tree.children.flatMap(finish) };
}

/** A table on a narrow screen is moved sideways. Reading systems make what scrolls a place of the keyboard by themselves. */
const scrolling = (table: MarkupElement): MarkupElement => element('div', { class: 'table' }, [table]);

/** What references lead to from one document: its own ids too. */
type OwnReferences = References & { readonly ids: ReadonlySet<string> };

function idsOf(node: MarkupNode): readonly string[] {
  if (node.kind === 'text') return [];
  const { id } = node.attributes;
  return [...(id === undefined ? [] : [id]), ...node.children.flatMap(idsOf)];
}

function checkId(node: MarkupElement, ids: Map<string, MarkupElement>, context: Context): void {
  const id = node.attributes['id'];
  if (id === undefined) return;
  const first = ids.get(id);
  if (first === undefined) {
    ids.set(id, node);
    return;
  }
  reportFault(context, 'GA900', {
    message: `the id "${id}" stands on two elements of one EPUB document`,
    span: node.at,
    related: first.at === null ? [] : [{ message: 'the first one', span: first.at }],
  });
}

function finishImage(node: MarkupElement, references: References): readonly MarkupNode[] {
  const { src = '', decorative, alt, ...rest } = node.attributes;
  const path = references.images.get(src);
  // A picture that could not be made ready was reported where it was read; a draft goes on without it.
  if (path === undefined) return [];
  // What a picture shows is never made up: one that does not say so has no alt, and the book claims none.
  const says = decorative === undefined ? alt : '';
  return [
    {
      ...node,
      attributes: { src: path, ...(says === undefined ? {} : { alt: says }), ...plainAttributes(rest) },
    },
  ];
}

function finishAttributes(node: MarkupElement, references: OwnReferences): Readonly<Record<string, string>> {
  const attributes = plainAttributes(node.attributes);
  if (node.name !== 'a') return attributes;
  const { href, ...rest } = attributes;
  const target = href === undefined ? null : resolveLink(href, references);
  return target === null ? rest : { href: target, ...rest };
}

/** Where a link leads inside the book or on the web; null when it leads nowhere that a reader may go. */
function resolveLink(href: string, references: OwnReferences): string | null {
  if (OUTWARD.test(href)) return href;
  const [path = '', fragment] = href.split('#', 2);
  if (path !== '') return references.documents.has(path) ? href : null;
  return references.ids.has(fragment ?? '') ? href : (references.stories.get(fragment ?? '') ?? null);
}

function plainAttributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const kept = Object.entries(attributes).filter(
    ([name]) =>
      name !== 'shape' &&
      name !== 'focus' &&
      name !== 'style' &&
      !name.startsWith('data-') &&
      !name.startsWith('on'),
  );
  const language = attributes['lang'];
  return Object.fromEntries(language === undefined ? kept : [...kept, ['xml:lang', language]]);
}
