import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFObject, type PDFRef } from 'pdf-lib';
import { readOperations } from '../content-tokens.ts';
import { dictOf, lookUp, nameOf, streamText } from '../object-lookup.ts';
import type { OpenedPdf } from '../open-pdf.ts';
import { decodeStream } from '../syntax/decode-stream.ts';
import { parentTree, readStructure, type SavedStructure } from '../structure-reader.ts';
import { claimsOf, type Claims } from './claims.ts';
import type { ContentUses, Cover } from './content-uses.ts';
import { walkContent } from './walk-content.ts';
import { readXmp, type XmpPacket } from './xmp-packet.ts';

/** A stream of content, or all those of a page, and what it uses. Each is walked once. */
export type Content = {
  readonly uses: ContentUses;
  readonly resources: PDFDict | null;
  /** False where the resources are those of what paints it. */
  readonly hasOwnResources: boolean;
  /** The page, or the first that paints it; from 0. */
  readonly page: number;
  /** The page or the stream. */
  readonly holder: PDFObject;
  readonly syntaxFaults: readonly string[];
};

/** How much a page paints in each way, with the first operator; what its forms paint is counted in. */
export type PageCover = ReadonlyMap<Cover, { readonly count: number; readonly first: string }>;

/** A file with all that rules ask for. */
export type InspectedFile = {
  readonly file: OpenedPdf;
  /** Pages first, in order; then forms, patterns, glyphs and looks of annotations as they are met. */
  readonly contents: readonly Content[];
  readonly covers: readonly PageCover[];
  /** How often each form is painted. */
  readonly formCounts: ReadonlyMap<PDFRawStream, number>;
  readonly packet: XmpPacket | null;
  readonly claims: Claims;
  readonly structure: SavedStructure;
  readonly parents: ReadonlyMap<number, PDFObject>;
  readonly refOf: (object: PDFObject) => PDFRef | null;
};

/** Gathers what the rules look at, in one pass over each thing. */
export function inspectFile(file: OpenedPdf): InspectedFile {
  const { context, catalog } = file;
  const metadata = lookUp(context, catalog, 'Metadata');
  const packet = metadata instanceof PDFRawStream ? readXmp(decodeStream(metadata).bytes) : null;
  const { contents, covers, formCounts } = walkAll(file);
  let references: Map<PDFObject, PDFRef> | null = null;
  const refOf = (object: PDFObject): PDFRef | null => {
    references ??= new Map(
      context.enumerateIndirectObjects().map(([reference, found]) => [found, reference]),
    );
    return references.get(object) ?? null;
  };
  return {
    file,
    contents,
    covers,
    formCounts,
    packet,
    claims: claimsOf(packet),
    structure: readStructure(file),
    parents: parentTree(file),
    refOf,
  };
}

type Walked = Pick<InspectedFile, 'contents' | 'covers' | 'formCounts'>;

function walkAll(file: OpenedPdf): Walked {
  const contents = file.pages.map((_, index) => pageContent(file, index));
  const known = new Map<PDFRawStream, Content>();
  const formCounts = new Map<PDFRawStream, number>();
  const queue: { readonly stream: PDFRawStream; readonly from: Content }[] = [];
  const follow = (content: Content): void => {
    for (const { form } of content.uses.forms) {
      formCounts.set(form, (formCounts.get(form) ?? 0) + 1);
      queue.push({ stream: form, from: content });
    }
    for (const stream of content.uses.inner) queue.push({ stream, from: content });
    for (const { dictionary } of content.uses.shown.keys()) {
      const from = { ...content, resources: fontResources(dictionary) ?? content.resources };
      for (const stream of glyphStreams(dictionary)) queue.push({ stream, from });
    }
  };
  for (const content of contents.slice()) {
    follow(content);
    for (const stream of looksOf(file, content.page)) queue.push({ stream, from: content });
  }
  for (const { stream, from } of queue) {
    if (known.has(stream)) continue;
    const content = streamContent(file, stream, from);
    known.set(stream, content);
    contents.push(content);
    follow(content);
  }
  const coverOf = createCoverOf(known);
  return { contents, covers: file.pages.map((_, index) => coverOf(contents[index]?.uses)), formCounts };
}

function pageContent(file: OpenedPdf, index: number): Content {
  const page = file.pages[index];
  if (page === undefined) throw new RangeError(`there is no page ${index}`);
  const own = lookUp(file.context, page.dictionary, 'Resources');
  const resources = dictOf(own ?? page.attribute('Resources'));
  return {
    uses: walkContent({ context: file.context, operations: page.operations, resources, fontOf: file.fontOf }),
    resources,
    hasOwnResources: own instanceof PDFDict,
    page: index,
    holder: page.dictionary,
    syntaxFaults: page.contentFaults,
  };
}

function streamContent(file: OpenedPdf, stream: PDFRawStream, from: Content): Content {
  const syntaxFaults: string[] = [];
  const operations = readOperations(streamText(stream), (message) => void syntaxFaults.push(message));
  const own = lookUp(file.context, stream.dict, 'Resources');
  const isGlyph =
    lookUp(file.context, stream.dict, 'Subtype') === undefined && !stream.dict.has(PDFName.of('PatternType'));
  const resources = own instanceof PDFDict ? own : from.resources;
  return {
    uses: walkContent({ context: file.context, operations, resources, fontOf: file.fontOf }),
    resources,
    hasOwnResources: own instanceof PDFDict || isGlyph,
    page: from.page,
    holder: stream,
    syntaxFaults,
  };
}

/** The streams of the glyphs of a Type 3 font. */
function glyphStreams(font: PDFDict): readonly PDFRawStream[] {
  if (nameOf(lookUp(font.context, font, 'Subtype')) !== 'Type3') return [];
  const glyphs = lookUp(font.context, font, 'CharProcs');
  if (!(glyphs instanceof PDFDict)) return [];
  return glyphs
    .values()
    .map((glyph) => font.context.lookup(glyph))
    .filter((glyph) => glyph instanceof PDFRawStream);
}

const fontResources = (font: PDFDict): PDFDict | null => dictOf(lookUp(font.context, font, 'Resources'));

/** The appearances of the annotations of a page. */
function looksOf(file: OpenedPdf, page: number): readonly PDFRawStream[] {
  return annotationsOf(file, page).flatMap(({ dictionary }) => {
    const looks = lookUp(file.context, dictionary, 'AP');
    const normal = looks instanceof PDFDict ? lookUp(file.context, looks, 'N') : undefined;
    if (normal instanceof PDFRawStream) return [normal];
    if (!(normal instanceof PDFDict)) return [];
    const states = normal.values().map((state) => file.context.lookup(state));
    return states.filter((state) => state instanceof PDFRawStream);
  });
}

/** The annotations of a page, and how the page refers to them. */
export function annotationsOf(
  file: OpenedPdf,
  page: number,
): readonly { readonly dictionary: PDFDict; readonly entry: PDFObject }[] {
  const dictionary = file.pages[page]?.dictionary;
  const list = dictionary === undefined ? undefined : lookUp(file.context, dictionary, 'Annots');
  const entries = list instanceof PDFArray ? list.asArray() : [];
  return entries.flatMap((entry) => {
    const found = file.context.lookup(entry);
    return found instanceof PDFDict ? [{ dictionary: found, entry }] : [];
  });
}

/** Adds to what a content paints by itself what its forms paint, each form reckoned once. */
function createCoverOf(
  known: ReadonlyMap<PDFRawStream, Content>,
): (uses: ContentUses | undefined) => PageCover {
  const formCovers = new Map<PDFRawStream, PageCover>();
  const coverOf = (uses: ContentUses | undefined): PageCover => {
    const covers = new Map(uses?.covers);
    for (const { form, cover } of uses?.forms ?? []) {
      for (const [inner, painted] of formCover(form)) {
        const kind = joined(cover, inner);
        const sum = covers.get(kind);
        covers.set(kind, { count: (sum?.count ?? 0) + painted.count, first: sum?.first ?? painted.first });
      }
    }
    return covers;
  };
  const formCover = (form: PDFRawStream): PageCover => {
    const ready = formCovers.get(form);
    if (ready !== undefined) return ready;
    // A form that paints itself ends here.
    formCovers.set(form, new Map());
    const cover = coverOf(known.get(form)?.uses);
    formCovers.set(form, cover);
    return cover;
  };
  return coverOf;
}

function joined(outer: Cover, inner: Cover): Cover {
  if (outer === 'bare' || outer === inner) return inner;
  return inner === 'bare' ? outer : 'both';
}
