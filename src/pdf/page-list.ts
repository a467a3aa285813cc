import { PDFArray, PDFDict, PDFName, PDFRef, type PDFContext, type PDFObject } from 'pdf-lib';

/** A page, and what it has from the nodes above it. */
export type ListedPage = {
  readonly reference: PDFRef;
  readonly dictionary: PDFDict;
  /** An entry of the page or, for those that are handed down, of a node above it; references are followed. */
  readonly attribute: (key: string) => PDFObject | undefined;
};

/** Entries that nodes hand down (ISO 32000-1, table 30). */
const HANDED_DOWN = new Set(['Resources', 'MediaBox', 'CropBox', 'Rotate']);

/** A page tree is never deeper in earnest: a broken file may hold a ring. */
const DEEPEST = 64;

/** The pages of a file in order. */
export function listPages(context: PDFContext, catalog: PDFDict): readonly ListedPage[] {
  const pages: ListedPage[] = [];
  const seen = new Set<PDFObject>();
  const visit = (object: PDFObject | undefined, above: readonly PDFDict[]): void => {
    const node = context.lookup(object);
    if (!(node instanceof PDFDict) || seen.has(node) || above.length > DEEPEST) return;
    seen.add(node);
    const kids = context.lookup(node.get(PDFName.of('Kids')));
    const nodes = [node, ...above];
    if (kids instanceof PDFArray) for (const kid of kids.asArray()) visit(kid, nodes);
    else if (object instanceof PDFRef)
      pages.push({
        reference: object,
        dictionary: node,
        attribute: (key) => attributeOf(context, nodes, key),
      });
  };
  visit(catalog.get(PDFName.of('Pages')), []);
  return pages;
}

function attributeOf(context: PDFContext, nodes: readonly PDFDict[], key: string): PDFObject | undefined {
  const name = PDFName.of(key);
  const holder = nodes.find((node, index) => (index === 0 || HANDED_DOWN.has(key)) && node.has(name));
  return context.lookup(holder?.get(name));
}
