import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, type PDFContext, type PDFObject } from 'pdf-lib';

/** What uses each object of a file, by object number: it decides where the object stands in a linearised file. */
export type ObjectUsers = {
  /** What opening the document needs before any page. */
  readonly opening: ReadonlySet<number>;
  readonly outlines: ReadonlySet<number>;
  /** What else the catalog and the trailer lead to. */
  readonly others: ReadonlySet<number>;
  /** For each page, what it is drawn with; without itself and without what opening needs. */
  readonly pages: readonly ReadonlySet<number>[];
};

/** Keys of the catalog whose objects a viewer reads first (ISO 32000-1, F.3.4, part 4). */
const OPENING: ReadonlySet<string> = new Set([
  'ViewerPreferences',
  'PageMode',
  'Threads',
  'OpenAction',
  'AcroForm',
]);

/** Follows all references of a file. Pages are never entered from outside. */
export function findUsers(context: PDFContext, pages: readonly number[]): ObjectUsers {
  const isPage = new Set(pages);
  const opening = new Set<number>();
  const outlines = new Set<number>();
  const others = new Set<number>();
  const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
  const enter = (object: PDFObject | undefined, into: Set<number>, stop: ReadonlySet<number>): void => {
    const open: (PDFObject | undefined)[] = [object];
    while (open.length > 0) {
      const next = open.pop();
      if (next instanceof PDFRef) {
        const { objectNumber } = next;
        if (into.has(objectNumber) || stop.has(objectNumber) || isPage.has(objectNumber)) continue;
        into.add(objectNumber);
        open.push(context.lookup(next));
      } else if (next instanceof PDFArray) open.push(...next.asArray());
      else if (next instanceof PDFDict) open.push(...next.values());
      else if (next instanceof PDFRawStream) open.push(next.dict);
    }
  };
  for (const [key, value] of catalog.entries())
    if (OPENING.has(key.decodeText())) enter(value, opening, others);
  for (const [key, value] of catalog.entries()) {
    const name = key.decodeText();
    if (!OPENING.has(name)) enter(value, name === 'Outlines' ? outlines : others, opening);
  }
  enter(context.trailerInfo.Info, others, opening);
  const ownOf = (page: number): ReadonlySet<number> => {
    const own = new Set<number>();
    const dictionary = context.lookup(PDFRef.of(page), PDFDict);
    for (const [key, value] of dictionary.entries()) if (key !== PARENT) enter(value, own, opening);
    return own;
  };
  return { opening, outlines, others, pages: pages.map(ownOf) };
}

const PARENT = PDFName.of('Parent');
