import type { DocumentRecord } from '../edition/document-record.ts';
import type { PdfProfile } from '../edition/profiles.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import type { AttachedFile } from './attachments.ts';
import { documentInfo, infoDict } from './document-info.ts';
import { drawPage, type DrawTools } from './draw-page.ts';
import { inkFill, rgbFill } from './fill.ts';
import { createGoTo, type GoTo } from './go-to.ts';
import { createImageStore, type ImageOf } from './image-embed.ts';
import { createLeafMarks } from './leaf-marks.ts';
import { writeLinks } from './link-annotations.ts';
import { createObjectSink, type ObjectSink } from './object-sink.ts';
import { frameOf } from './page-frame.ts';
import { pageContent, writePages } from './page-writer.ts';
import type { PdfRef } from './pdf-value.ts';
import type { PdfSizes } from './pdf-sizes.ts';
import type { Press } from './press.ts';
import { switchesOf } from './profile-switches.ts';
import { storyTitles } from './story-titles.ts';
import { reserveElements, writeStructure, type PlacedAnnotation } from './structure-writer.ts';
import { writeThreads, type WrittenThreads } from './threads.ts';
import { createUsedFonts } from './used-fonts.ts';
import { writeCatalog } from './write-catalog.ts';
import { writeResources } from './write-resources.ts';

/** What a PDF is drawn with beside the pages. */
export type PdfOptions = {
  /** What the file claims to be; see `profile-switches.ts`. */
  readonly profile: PdfProfile;
  readonly record: DocumentRecord;
  /** Deflates the contents of pages, beside the drawing where there is a thread for it: as `deflateStream` does. */
  readonly deflate: (data: Uint8Array) => Promise<Uint8Array>;
  /** The pictures: awaited when the pages are drawn. */
  readonly images: Promise<ImageOf>;
  /** Binding side of the paper. */
  readonly direction: 'ltr' | 'rtl';
  /** Files that go into the archive; only its profile takes any. */
  readonly sources: readonly AttachedFile[];
  /** What prints; null for all profiles but print. */
  readonly press: Press | null;
};

/** A finished file, and what its bytes are spent on. */
export type DrawnPdf = { readonly bytes: Uint8Array; readonly sizes: PdfSizes };

/**
 * Draws a composed edition as a PDF of one profile. Nothing of the layout is decided here; the bytes depend on nothing
 * but the arguments.
 *
 * @throws Error where the edition contradicts itself (a leaf that no element holds, a link to no destination, a
 * missing glyph): that is our bug, the stages before report the user's faults.
 */
export async function drawPdf(composed: ComposedEdition, options: PdfOptions): Promise<DrawnPdf> {
  const switches = switchesOf(options.profile);
  const sink = createObjectSink(switches);
  const tools = createTools(sink, composed, options);
  const pageRefs = composed.pages.map(() => sink.reserve());
  const frames = composed.pages.map((page) => frameOf(page.size, frameOptions(options.press)));
  const deflating: Promise<Uint8Array>[] = [];
  const drawn = composed.pages.map((page, index) => {
    const own = drawPage(page, tools);
    tools.marks.addPage(index, own);
    deflating.push(options.deflate(pageContent(own, frames[index], options.press)));
    return own;
  });
  const contents = Promise.all(deflating);
  // A fault of the pictures is told first.
  contents.catch(() => {});
  const elements = reserveElements(composed.structure, sink);
  const goTo = createGoTo(composed, switches.version === '2.0' ? elements : null);
  const { annotations, threads } = switches.hasLinks
    ? writeReaderParts(sink, composed, { pageRefs, tools, goTo })
    : { annotations: [], threads: NO_THREADS };
  const resources = await writeResources(sink, tools, options);
  const pages = writePages({
    sink,
    composed,
    drawn,
    contents: await contents,
    frames,
    pageRefs,
    annotations,
    threads,
    resources,
    press: options.press,
  });
  const structure = writeStructure({
    sink,
    tree: composed.structure,
    marks: tools.marks,
    pageRefs,
    frames,
    annotations,
    elements,
    hasNamespaces: switches.version === '2.0',
  });
  const catalog = writeCatalog(sink, {
    composed,
    options,
    switches,
    pageRefs,
    tree: pages.tree,
    structure,
    goTo,
    threads: threads.threads,
  });
  // PDF/A-4 has no Info (ISO 19005-4, 6.1.3): XMP says it all.
  const info =
    switches.version === '2.0' ? null : sink.put(infoDict(documentInfo(options.record), switches.isPdfX));
  const bytes = await sink.save({ root: catalog, info, pages: pageRefs });
  return { bytes, sizes: { ...pages.sizes(), total: bytes.length } };
}

/** What stands round the pages of a press. */
export function frameOptions(press: Press | null): { readonly bleed: number; readonly hasMarks: boolean } {
  if (press === null) return { bleed: 0, hasMarks: false };
  return { bleed: press.plan.bleed, hasMarks: press.plan.marks || press.plan.slug };
}

function createTools(sink: ObjectSink, composed: ComposedEdition, options: PdfOptions): DrawTools {
  return {
    fonts: createUsedFonts(),
    images: createImageStore(sink),
    marks: createLeafMarks(composed.structure),
    fillOf: options.press === null ? rgbFill : inkFill(options.press.inkOf),
    isTagged: true,
    bleed: options.press?.plan.bleed ?? 0,
  };
}

const NO_THREADS: WrittenThreads = { threads: [], beads: [] };

function writeReaderParts(
  sink: ObjectSink,
  composed: ComposedEdition,
  parts: {
    readonly pageRefs: readonly PdfRef[];
    readonly tools: DrawTools;
    readonly goTo: GoTo;
  },
): { readonly annotations: readonly PlacedAnnotation[]; readonly threads: WrittenThreads } {
  const { pageRefs, tools, goTo } = parts;
  const titles = storyTitles(composed.structure);
  const tree = composed.structure;
  return {
    annotations: writeLinks({
      sink,
      pages: composed.pages,
      pageRefs,
      tree,
      marks: tools.marks,
      goTo,
    }),
    threads: writeThreads(sink, composed.pages, pageRefs, (story) => titles.get(story) ?? story),
  };
}
