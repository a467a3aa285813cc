import { PDFDict, PDFName, PDFRawStream, PDFRef, type PDFContext } from 'pdf-lib';
import { findUsers } from './object-users.ts';

/** What stands in the file on its own: an object, or a stream that several small objects share. */
export type Item = { readonly kind: 'object'; readonly number: number } | ObjectStream;

/** Small objects by number, in one stream. */
export type ObjectStream = { readonly kind: 'stream'; readonly objects: readonly number[] };

/** The parts of a linearised file (ISO 32000-1, annex F.3) in their order; object numbers are those of the context. */
export type LinearParts = {
  /** Part 4: the catalog, then what opening the document needs. */
  readonly opening: readonly Item[];
  /** Part 6: page 1 first, then all that it is drawn with. */
  readonly firstPage: readonly Item[];
  /** Part 7: for each further page itself, then what only it is drawn with. */
  readonly otherPages: readonly (readonly Item[])[];
  /** Part 8: what several of these share. */
  readonly shared: readonly Item[];
  /** The outline: at the end of part 6 where the document opens with it, else at the head of part 9. */
  readonly outlines: readonly Item[];
  readonly opensWithOutlines: boolean;
  /** Part 9: all else. */
  readonly rest: readonly Item[];
  /** For each page, the items of parts 6 and 8 that it is drawn with; nothing for page 1, which has all at hand. */
  readonly sharedBy: readonly (readonly Item[])[];
};

/** Small objects share streams of this many, as in files that are not linearised. */
const OBJECTS_PER_STREAM = 200;

/** Fewer are not worth a stream. */
const LEAST_SHARING = 3;

/** Deals the objects of a file out over the parts. Objects that nothing leads to are left out. */
export function planParts(context: PDFContext, pages: readonly number[]): LinearParts {
  const users = findUsers(context, pages);
  const root = rootOf(context);
  const counts = new Map<number, number>();
  for (const own of users.pages) for (const object of own) counts.set(object, (counts.get(object) ?? 0) + 1);
  const [first = new Set<number>(), ...further] = users.pages;
  const isShared = (object: number): boolean => (counts.get(object) ?? 0) > 1;
  const isElsewhere = (object: number): boolean => users.others.has(object);
  const taken = new Set<number>([root, ...pages, ...users.opening, ...users.outlines]);
  const take = (objects: Iterable<number>): readonly number[] => {
    const fresh = [...new Set(objects)]
      .filter((object) => !taken.has(object))
      .sort((one, other) => one - other);
    for (const object of fresh) taken.add(object);
    return fresh;
  };
  const pack = (objects: readonly number[]): readonly Item[] => packItems(context, objects);
  const ofFirst = take(first);
  const isOpen = (object: number): boolean => !isShared(object) && !isElsewhere(object);
  const firstPage = [
    itemOf(pages[0] ?? 0),
    ...pack(ofFirst.filter(isOpen)),
    ...pack(ofFirst.filter((object) => !isOpen(object))),
  ];
  const otherPages = further.map((own, index) => [
    itemOf(pages[index + 1] ?? 0),
    ...pack(take([...own].filter(isOpen))),
  ]);
  const ofSeveral = pack(take(further.flatMap((own) => [...own].filter(isShared))));
  // Links: each is of one page, and the structure tree leads to it too. A stream of them is soon of several pages.
  const told = pack(take(further.flatMap((own) => [...own])));
  const isOfSeveral = (item: Item): boolean =>
    further.filter((own) => objectsIn(item).some((object) => own.has(object))).length > 1;
  const shared = [...ofSeveral, ...told.filter(isOfSeveral)];
  const outline = [...users.outlines].filter((object) => !users.opening.has(object) && object !== root);
  return {
    opening: [itemOf(root), ...pack([...users.opening].sort((one, other) => one - other))],
    firstPage,
    otherPages,
    shared,
    outlines: pack(outline),
    opensWithOutlines: context.lookup(context.trailerInfo.Root, PDFDict).get(PAGE_MODE) === USE_OUTLINES,
    rest: [...told.filter((item) => !isOfSeveral(item)), ...pack(take(users.others))],
    sharedBy: sharedByPages(users.pages, [...firstPage, ...shared]),
  };
}

const PAGE_MODE = PDFName.of('PageMode');
const USE_OUTLINES = PDFName.of('UseOutlines');

/** The number of the catalog. */
export function rootOf(context: PDFContext): number {
  const { Root: root } = context.trailerInfo;
  if (!(root instanceof PDFRef)) throw new Error('the catalog of a linearised file is no object of its own');
  return root.objectNumber;
}

const itemOf = (number: number): Item => ({ kind: 'object', number });

/** Streams stand by themselves, small objects share streams. */
function packItems(context: PDFContext, objects: readonly number[]): readonly Item[] {
  const isStream = (number: number): boolean => context.lookup(PDFRef.of(number)) instanceof PDFRawStream;
  const small = objects.filter((number) => !isStream(number));
  const items = objects.filter(isStream).map(itemOf);
  if (small.length < LEAST_SHARING) return [...small.map(itemOf), ...items];
  const streams: Item[] = [];
  for (let at = 0; at < small.length; at += OBJECTS_PER_STREAM)
    streams.push({ kind: 'stream', objects: small.slice(at, at + OBJECTS_PER_STREAM) });
  return [...streams, ...items];
}

/** The numbers of the objects that an item holds. */
export const objectsIn = (item: Item): readonly number[] =>
  item.kind === 'object' ? [item.number] : item.objects;

function sharedByPages(
  pages: readonly ReadonlySet<number>[],
  shared: readonly Item[],
): readonly (readonly Item[])[] {
  const itemOfObject = new Map(shared.flatMap((item) => objectsIn(item).map((object) => [object, item])));
  return pages.map((own, page) => {
    if (page === 0) return [];
    const used = new Set([...own].flatMap((object) => itemOfObject.get(object) ?? []));
    return shared.filter((item) => used.has(item));
  });
}
