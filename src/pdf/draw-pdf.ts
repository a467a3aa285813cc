import type { DocumentRecord } from '../edition/document-record.ts';
import type { Subsetter } from '../font/subset-font.ts';
import type { EncodedImage } from '../image/image-asset.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import type { ImageFragment, Page } from '../page/page.ts';
import { documentInfo, infoDict } from './document-info.ts';
import { drawPage, type DrawnPage } from './draw-page.ts';
import { embedFont } from './font-embed.ts';
import { createUsedFonts, type UsedFonts } from './used-fonts.ts';
import { createImageStore, type ImageStore } from './image-embed.ts';
import { createLeafMarks, type LeafMarks } from './leaf-marks.ts';
import { writeLinks } from './link-annotations.ts';
import { writeDestinations } from './name-tree.ts';
import { createObjectSink, type ObjectSink } from './object-sink.ts';
import { writeOutline } from './outline.ts';
import { writeOutputIntent } from './output-intent.ts';
import { writePageLabels } from './page-labels.ts';
import { dict, name, text, type PdfRef, type PdfValue } from './pdf-value.ts';
import { storyTitles } from './story-titles.ts';
import { writeStructure, type PlacedAnnotation } from './structure-writer.ts';
import { writeThreads, type WrittenThreads } from './threads.ts';
import { xmpPacket } from './xmp.ts';

/** What a PDF is drawn with beside the pages. */
export type PdfOptions = {
  /** What the file claims to be: `screen` is PDF/A-2a and PDF/UA-1, in sRGB, with links. */
  readonly profile: 'screen';
  readonly record: DocumentRecord;
  readonly subsetter: Subsetter;
  /** The picture made ready for a fragment. */
  readonly imageOf: (fragment: ImageFragment) => EncodedImage;
  /** Binding side of the paper. */
  readonly direction: 'ltr' | 'rtl';
};

/**
 * Draws a composed edition as a tagged PDF. Nothing of the layout is decided here; the bytes depend on nothing but
 * the arguments.
 *
 * @throws Error where the edition contradicts itself (a leaf that no element holds, a link to no destination, a
 * missing glyph): that is our bug, the stages before report the user's faults.
 */
export async function drawPdf(composed: ComposedEdition, options: PdfOptions): Promise<Uint8Array> {
  const sink = createObjectSink();
  const tools = {
    fonts: createUsedFonts(),
    images: createImageStore(sink),
    imageOf: options.imageOf,
    marks: createLeafMarks(composed.structure),
  };
  const pageRefs = composed.pages.map(() => sink.reserve());
  const drawn = composed.pages.map((page) => drawPage(page, tools));
  drawn.forEach((page, index) => tools.marks.addPage(index, page.leaves));
  const annotations = writeAnnotations(sink, composed, pageRefs, tools.marks);
  const titles = storyTitles(composed.structure);
  const threads = writeThreads(sink, composed.pages, pageRefs, (story) => titles.get(story) ?? story);
  const tree = sink.reserve();
  const resources = await writeResources(sink, tools, options);
  composed.pages.forEach((page, index) => {
    const parts = { tree, annotations, threads, resources, content: drawn[index], index };
    sink.put(pageDict(sink, page, parts), pageRefs[index]);
  });
  sink.put(dict({ Type: name('Pages'), Count: pageRefs.length, Kids: pageRefs }), tree);
  const structure = writeStructure({
    sink,
    tree: composed.structure,
    marks: tools.marks,
    pageRefs,
    pageHeights: composed.pages.map((page) => page.size.height),
    annotations,
  });
  const catalog = writeCatalog(sink, composed, options, { pageRefs, tree, structure, threads });
  return sink.save(catalog, sink.put(infoDict(documentInfo(options.record))));
}

function writeAnnotations(
  sink: ObjectSink,
  composed: ComposedEdition,
  pageRefs: readonly PdfRef[],
  marks: LeafMarks,
): readonly PlacedAnnotation[] {
  const destinations = new Set(composed.destinations.map((destination) => destination.name));
  return writeLinks({ sink, pages: composed.pages, pageRefs, tree: composed.structure, marks, destinations });
}

/** References of fonts and pictures by their names in the resources. */
type Resources = {
  readonly fonts: ReadonlyMap<string, PdfRef>;
  readonly images: ReadonlyMap<string, PdfRef>;
};

async function writeResources(
  sink: ObjectSink,
  tools: { readonly fonts: UsedFonts; readonly images: ImageStore },
  options: PdfOptions,
): Promise<Resources> {
  const fonts = new Map<string, PdfRef>();
  // One after the other: the order of the objects is part of the bytes.
  for (const use of tools.fonts.uses) fonts.set(use.resource, await embedFont(sink, use, options.subsetter));
  return { fonts, images: tools.images.refs };
}

function pageDict(
  sink: ObjectSink,
  page: Page,
  parts: {
    readonly tree: PdfRef;
    readonly annotations: readonly PlacedAnnotation[];
    readonly threads: WrittenThreads;
    readonly resources: Resources;
    readonly content: DrawnPage | undefined;
    readonly index: number;
  },
): PdfValue {
  const { content, index } = parts;
  const box = [0, 0, page.size.width, page.size.height];
  const links = parts.annotations
    .filter((annotation) => annotation.page === index)
    .map((annotation) => annotation.ref);
  const beads = parts.threads.beads[index] ?? [];
  return dict({
    Type: name('Page'),
    Parent: parts.tree,
    MediaBox: box,
    // A screen has no bleed: the page ends where the paper would be trimmed.
    TrimBox: box,
    Resources: dict({
      Font: subset(parts.resources.fonts, content?.fonts ?? []),
      XObject: subset(parts.resources.images, content?.images ?? []),
    }),
    Contents: sink.stream({}, Buffer.from(content?.content ?? '', 'latin1')),
    StructParents: index,
    Tabs: name('S'),
    Annots: links.length === 0 ? undefined : links,
    B: beads.length === 0 ? undefined : beads,
  });
}

function subset(refs: ReadonlyMap<string, PdfRef>, names: readonly string[]): PdfValue | undefined {
  return names.length === 0 ? undefined : dict(Object.fromEntries(names.map((key) => [key, refs.get(key)])));
}

function writeCatalog(
  sink: ObjectSink,
  composed: ComposedEdition,
  options: PdfOptions,
  parts: {
    readonly pageRefs: readonly PdfRef[];
    readonly tree: PdfRef;
    readonly structure: PdfRef;
    readonly threads: WrittenThreads;
  },
): PdfRef {
  const places = composed.pages.map((page, index) => ({
    ref: parts.pageRefs[index] ?? parts.tree,
    height: page.size.height,
  }));
  const destinations = writeDestinations(sink, composed.destinations, places);
  const outline = writeOutline(sink, composed.outline);
  const metadata = { Type: name('Metadata'), Subtype: name('XML') };
  const { threads } = parts.threads;
  return sink.put(
    dict({
      Type: name('Catalog'),
      Pages: parts.tree,
      Lang: text(options.record.language),
      MarkInfo: dict({ Marked: true }),
      StructTreeRoot: parts.structure,
      // Uncompressed: to be found by programs that know no PDF (ISO 19005-2, 6.6.2.1).
      Metadata: sink.stream(metadata, Buffer.from(xmpPacket(options.record), 'utf8'), { compress: false }),
      OutputIntents: [writeOutputIntent(sink)],
      ViewerPreferences: dict({
        DisplayDocTitle: true,
        Direction: options.direction === 'rtl' ? name('R2L') : undefined,
      }),
      PageMode: outline === null ? undefined : name('UseOutlines'),
      Outlines: outline ?? undefined,
      PageLabels: writePageLabels(
        sink,
        composed.pages.map((page) => page.label),
      ),
      Names: destinations === null ? undefined : dict({ Dests: destinations }),
      Threads: threads.length === 0 ? undefined : threads,
    }),
  );
}
