import type { ComposedEdition } from '../page/composed-edition.ts';
import { writeAttachments, type WrittenAttachments } from './attachments.ts';
import type { PdfOptions } from './draw-pdf.ts';
import type { GoTo } from './go-to.ts';
import { writeDestinations } from './name-tree.ts';
import type { ObjectSink } from './object-sink.ts';
import { writeOutline } from './outline.ts';
import { writePressIntents, writeScreenIntent } from './output-intent.ts';
import { writePageLabels } from './page-labels.ts';
import { dict, name, text, type PdfDict, type PdfRef } from './pdf-value.ts';
import type { Press } from './press.ts';
import type { ProfileSwitches } from './profile-switches.ts';
import { xmpPacket } from './xmp.ts';

/** What the catalog is written from. */
export type CatalogInput = {
  readonly composed: ComposedEdition;
  readonly options: PdfOptions;
  readonly switches: ProfileSwitches;
  readonly pageRefs: readonly PdfRef[];
  readonly tree: PdfRef;
  readonly structure: PdfRef;
  readonly goTo: GoTo;
  readonly threads: readonly PdfRef[];
};

/** Writes the catalog and what hangs on it alone; gives its reference. */
export function writeCatalog(sink: ObjectSink, input: CatalogInput): PdfRef {
  const { composed, options, switches, structure, threads } = input;
  const sources = switches.hasSources ? options.sources : [];
  const attached = writeAttachments(sink, sources, options.record.modified);
  return sink.put(
    dict({
      Type: name('Catalog'),
      Pages: input.tree,
      Lang: text(options.record.language),
      MarkInfo: dict({ Marked: true }),
      StructTreeRoot: structure,
      Metadata: writeMetadata(sink, options, switches),
      OutputIntents: writeIntents(sink, options.press),
      ViewerPreferences: dict({
        DisplayDocTitle: true,
        Direction: options.direction === 'rtl' ? name('R2L') : undefined,
      }),
      ...navigation(sink, input, attached),
      PageLabels: writePageLabels(
        sink,
        composed.pages.map((page) => page.label),
      ),
      Threads: threads.length === 0 ? undefined : threads,
      AF: attached.files.length === 0 ? undefined : attached.files,
    }),
  );
}

/**
 * Writes XMP: as it is where a file is kept or goes to a press, to be found by programs that know no PDF; deflated where
 * it is downloaded, which spares 8 kB.
 */
export function writeMetadata(
  sink: ObjectSink,
  options: Pick<PdfOptions, 'record'>,
  switches: ProfileSwitches,
): PdfRef {
  const packet = Buffer.from(xmpPacket(options.record, switches), 'utf8');
  return sink.stream({ Type: name('Metadata'), Subtype: name('XML') }, packet, {
    compress: switches.isLinearised,
  });
}

/** Writes the output intents of the press, or those of the screen when it is null. */
export const writeIntents = (sink: ObjectSink, press: Press | null): readonly PdfRef[] =>
  press === null ? writeScreenIntent(sink) : writePressIntents(sink, press.profile);

function navigation(sink: ObjectSink, input: CatalogInput, attached: WrittenAttachments): PdfDict['entries'] {
  const { composed, switches } = input;
  if (!switches.hasLinks) return {};
  const pages = composed.pages.map((page, index) => ({
    ref: input.pageRefs[index] ?? input.tree,
    height: page.size.height,
  }));
  const destinations = writeDestinations(sink, composed.destinations, pages);
  const outline = writeOutline(sink, composed.outline, input.goTo);
  const names = {
    Dests: destinations ?? undefined,
    EmbeddedFiles: attached.names ?? undefined,
  };
  return {
    PageMode: outline === null ? undefined : name('UseOutlines'),
    // Facing pages side by side, odd ones on the right, where some of them are read as one.
    PageLayout: composed.pages.some(({ joins }) => joins !== undefined) ? name('TwoPageRight') : undefined,
    Outlines: outline ?? undefined,
    Names: Object.values(names).every((tree) => tree === undefined) ? undefined : dict(names),
  };
}
