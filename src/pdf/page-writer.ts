import type { ComposedEdition } from '../page/composed-edition.ts';
import type { DrawnPage } from './draw-page.ts';
import type { ObjectSink } from './object-sink.ts';
import type { PageFrame } from './page-frame.ts';
import type { PdfSizes } from './pdf-sizes.ts';
import { dict, formatNumber, name, type PdfRef, type PdfValue } from './pdf-value.ts';
import type { Press } from './press.ts';
import { printerMarks } from './printer-marks.ts';
import type { PlacedAnnotation } from './structure-writer.ts';
import type { WrittenThreads } from './threads.ts';
import { pageResources, type Resources } from './write-resources.ts';

/** What the pages are written from; lists by page index. */
export type PagesInput = {
  readonly sink: ObjectSink;
  readonly composed: ComposedEdition;
  readonly drawn: readonly DrawnPage[];
  /** Their contents of {@link pageContent}, deflated. */
  readonly contents: readonly Uint8Array[];
  readonly frames: readonly PageFrame[];
  readonly pageRefs: readonly PdfRef[];
  readonly annotations: readonly PlacedAnnotation[];
  readonly threads: WrittenThreads;
  readonly resources: Resources;
  readonly press: Press | null;
};

/** The written page tree, and what its pages take. */
export type WrittenPages = {
  readonly tree: PdfRef;
  /** To be asked once the file is saved, which may pack streams smaller. */
  readonly sizes: () => Omit<PdfSizes, 'total'>;
};

/** Writes the page tree and the pages under their reserved references. */
export function writePages(input: PagesInput): WrittenPages {
  const { sink, pageRefs } = input;
  const tree = sink.reserve();
  const links = input.pageRefs.map((): PdfRef[] => []);
  for (const { page, ref } of input.annotations) links[page]?.push(ref);
  const contents = input.drawn.map((drawn, index) => {
    const content = sink.stream({ Filter: name('FlateDecode') }, input.contents[index] ?? new Uint8Array());
    sink.put(pageDict(input, { drawn, index, tree, content, links: links[index] ?? [] }), pageRefs[index]);
    return content;
  });
  sink.put(dict({ Type: name('Pages'), Count: pageRefs.length, Kids: pageRefs }), tree);
  return { tree, sizes: () => sizesOf(input, contents) };
}

function sizesOf(
  { sink, composed, drawn, resources }: PagesInput,
  contents: readonly PdfRef[],
): Omit<PdfSizes, 'total'> {
  return {
    pages: contents.map((content, index) => ({
      label: composed.pages[index]?.label ?? '',
      content: sink.sizeOf(content),
      pictures: sumSizes(sink, drawn[index]?.images ?? [], resources.images),
    })),
    pictures: sumSizes(sink, [...resources.images.keys()], resources.images),
    fonts: sumFonts(sink, resources),
  };
}

/** Bytes of the outlines of all fonts. */
export const sumFonts = (sink: ObjectSink, { programs }: Resources): number =>
  programs.reduce((sum, program) => sum + sink.sizeOf(program), 0);

/** Bytes of pictures by their names in the resources. */
export function sumSizes(
  sink: ObjectSink,
  names: readonly string[],
  refs: ReadonlyMap<string, PdfRef>,
): number {
  // Two names may lead to one picture.
  const objects = new Map(names.map((key) => [refs.get(key)?.objectNumber, refs.get(key)]));
  return [...objects.values()].reduce((sum, ref) => sum + (ref === undefined ? 0 : sink.sizeOf(ref)), 0);
}

/** The page's own content, moved to its place on the sheet, and what stands round it. */
export function pageContent(
  { content }: Pick<DrawnPage, 'content'>,
  frame: PageFrame | undefined,
  press: Press | null,
): Uint8Array {
  if (press === null || frame === undefined || frame.origin === 0) return Buffer.from(content, 'latin1');
  const shift = formatNumber(frame.origin);
  const parts = [`q 1 0 0 1 ${shift} ${shift} cm`, content, 'Q'];
  if (press.plan.marks) parts.push(printerMarks(frame, press.plan.bleed));
  return Buffer.from(parts.join('\n'), 'latin1');
}

function pageDict(
  input: PagesInput,
  parts: {
    readonly drawn: DrawnPage;
    readonly index: number;
    readonly tree: PdfRef;
    readonly content: PdfRef;
    readonly links: readonly PdfRef[];
  },
): PdfValue {
  const { drawn, index, links } = parts;
  const frame = input.frames[index];
  const beads = input.threads.beads[index] ?? [];
  return dict({
    Type: name('Page'),
    Parent: parts.tree,
    MediaBox: frame?.media,
    BleedBox: input.press === null ? undefined : frame?.bleed,
    // A screen has no bleed: the page ends where the paper would be trimmed.
    TrimBox: frame?.trim,
    Resources: pageResources(input.resources, drawn),
    Contents: parts.content,
    StructParents: index,
    Tabs: name('S'),
    Annots: links.length === 0 ? undefined : links,
    B: beads.length === 0 ? undefined : beads,
  });
}
