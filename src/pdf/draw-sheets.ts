import type { Size } from '../core/geometry.ts';
import { pt } from '../core/units.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import type { Page, TextFragment } from '../page/page.ts';
import { documentInfo, infoDict } from './document-info.ts';
import { frameOptions, type DrawnPdf, type PdfOptions } from './draw-pdf.ts';
import { drawPage, type DrawnPage, type DrawTools } from './draw-page.ts';
import { inkFill } from './fill.ts';
import { createImageStore } from './image-embed.ts';
import { createLeafMarks } from './leaf-marks.ts';
import { createObjectSink, type ObjectSink } from './object-sink.ts';
import { frameOf, type PageFrame } from './page-frame.ts';
import { sumFonts, sumSizes } from './page-writer.ts';
import type { PageSize } from './pdf-sizes.ts';
import { dict, formatNumber, name, text, type PdfRef } from './pdf-value.ts';
import type { Press } from './press.ts';
import { printerMarks } from './printer-marks.ts';
import { switchesOf } from './profile-switches.ts';
import { sheetSides, type Imposition, type SheetSide } from './sheet-order.ts';
import { createUsedFonts } from './used-fonts.ts';
import { writeIntents, writeMetadata } from './write-catalog.ts';
import { pageResources, writeResources, type Resources } from './write-resources.ts';

/** What sheets are drawn with. */
export type SheetOptions = Omit<PdfOptions, 'profile' | 'sources' | 'press' | 'deflate'> & {
  readonly press: Press;
  readonly imposition: Imposition;
  /** The line outside the trim of a side, by its index; null for none. */
  readonly slugOf: (side: number, frame: { readonly size: Size }) => TextFragment | null;
};

/** A page drawn once, to be placed: what it shows reaches over its trim by the bleed, but never over the fold. */
type PageForm = { readonly ref: PdfRef; readonly size: Size };

/**
 * Draws the pages of an edition on sheets, two beside each other. Each page is drawn anew from its fragments as a form
 * of its own, without tags; a sheet's side places two of them. In a booklet every page moves to the fold by the
 * thickness of the sheets that lie outside of it, so that the outer margins are equal after trimming.
 */
export async function drawSheets(composed: ComposedEdition, options: SheetOptions): Promise<DrawnPdf> {
  const switches = switchesOf('sheets');
  const sink = createObjectSink(switches);
  const { press } = options;
  const tools: DrawTools = {
    fonts: createUsedFonts(),
    images: createImageStore(sink),
    marks: createLeafMarks(composed.structure),
    fillOf: inkFill(press.inkOf),
    isTagged: false,
    bleed: press.plan.bleed,
  };
  const drawn = composed.pages.map((page) => drawPage(page, tools));
  const sides = sheetSides(composed.pages.length, options.imposition, options.direction);
  const size = composed.pages[0]?.size ?? { width: pt(0), height: pt(0) };
  const frame = frameOf({ width: pt(size.width * 2), height: size.height }, frameOptions(press));
  const slugs = sides.map((_, index) => drawSlug(options.slugOf(index, frame), frame, tools));
  const resources = await writeResources(sink, tools, options);
  const forms = drawn.map((page, index): PageForm => {
    const own = composed.pages[index]?.size ?? size;
    const { bleed } = press.plan;
    const entries = {
      Type: name('XObject'),
      Subtype: name('Form'),
      BBox: [-bleed, -bleed, own.width + bleed, own.height + bleed],
      Resources: pageResources(resources, page),
    };
    return { ref: sink.stream(entries, Buffer.from(page.content, 'latin1')), size: own };
  });
  const tree = sink.reserve();
  const pageRefs = sides.map((side, index) =>
    writeSide({ sink, tree, frame, forms, resources, press }, side, slugs[index] ?? null),
  );
  sink.put(dict({ Type: name('Pages'), Count: pageRefs.length, Kids: pageRefs }), tree);
  const catalog = sink.put(
    dict({
      Type: name('Catalog'),
      Pages: tree,
      Lang: text(options.record.language),
      Metadata: writeMetadata(sink, options, switches),
      OutputIntents: writeIntents(sink, press),
      ViewerPreferences: dict({ DisplayDocTitle: true }),
    }),
  );
  const info = sink.put(infoDict(documentInfo(options.record), true));
  const bytes = await sink.save({ root: catalog, info, pages: [] });
  const sizes = {
    pages: sides.map(sizeOfSide(sink, forms, drawn, resources)),
    fonts: sumFonts(sink, resources),
  };
  const pictures = sumSizes(sink, [...resources.images.keys()], resources.images);
  return { bytes, sizes: { ...sizes, pictures, total: bytes.length } };
}

/** What the pages of a side take. */
function sizeOfSide(
  sink: ObjectSink,
  forms: readonly PageForm[],
  drawn: readonly DrawnPage[],
  resources: Resources,
): (side: SheetSide, index: number) => PageSize {
  return (side, index) => {
    const own = side.pages.flatMap((number) => (number === null ? [] : [number - 1]));
    const content = own.reduce((sum, page) => sum + sizeOfForm(sink, forms[page]), 0);
    const images = [...new Set(own.flatMap((page) => drawn[page]?.images ?? []))];
    return { label: String(index + 1), content, pictures: sumSizes(sink, images, resources.images) };
  };
}

const sizeOfForm = (sink: ObjectSink, form: PageForm | undefined): number =>
  form === undefined ? 0 : sink.sizeOf(form.ref);

type DrawnSlug = { readonly content: string; readonly fonts: readonly string[] };

/** Draws a slug line as a page of its own that holds nothing else. */
function drawSlug(line: TextFragment | null, frame: PageFrame, tools: DrawTools): DrawnSlug | null {
  if (line === null) return null;
  const page: Page = { index: 0, label: '', size: frame.size, fragments: [line], beads: [] };
  const { content, fonts } = drawPage(page, tools);
  return { content, fonts };
}

type SheetParts = {
  readonly sink: ObjectSink;
  readonly tree: PdfRef;
  readonly frame: PageFrame;
  readonly forms: readonly PageForm[];
  readonly resources: Resources;
  readonly press: Press;
};

function writeSide(parts: SheetParts, side: SheetSide, slug: DrawnSlug | null): PdfRef {
  const { sink, frame, forms, resources, press } = parts;
  const half = frame.size.width / 2;
  const content: string[] = [];
  const used: Record<string, PdfRef> = {};
  side.pages.forEach((number, position) => {
    const form = number === null ? undefined : forms[number - 1];
    if (form === undefined) return;
    const key = `P${number}`;
    used[key] = form.ref;
    content.push(placeForm(key, { frame, half, position, creep: side.depth * press.plan.creep }, press));
  });
  if (press.plan.marks) content.push(printerMarks(frame, press.plan.bleed, [half]));
  if (slug !== null) {
    const origin = formatNumber(frame.origin);
    content.push(`q 1 0 0 1 ${origin} ${origin} cm`, slug.content, 'Q');
  }
  const fonts = (slug?.fonts ?? []).map((key) => [key, resources.fonts.get(key)] as const);
  return sink.put(
    dict({
      Type: name('Page'),
      Parent: parts.tree,
      MediaBox: frame.media,
      BleedBox: frame.bleed,
      TrimBox: frame.trim,
      Resources: dict({
        Font: fonts.length === 0 ? undefined : dict(Object.fromEntries(fonts)),
        XObject: dict(used),
        ...resources.shared,
      }),
      Contents: sink.stream({}, Buffer.from(content.join('\n'), 'latin1')),
    }),
  );
}

/** Places a page on its half, moved to the fold by the creep and cut off there. */
function placeForm(
  key: string,
  place: {
    readonly frame: PageFrame;
    readonly half: number;
    /** 0 is left of the fold, 1 right of it. */
    readonly position: number;
    readonly creep: number;
  },
  press: Press,
): string {
  const { frame, half, position, creep } = place;
  const { bleed } = press.plan;
  const fold = frame.origin + half;
  const left = position === 0 ? frame.origin - bleed : fold;
  const window = [left, frame.origin - bleed, half + bleed, frame.size.height + 2 * bleed];
  const x = frame.origin + position * half + (position === 0 ? creep : -creep);
  return [
    `q ${window.map(formatNumber).join(' ')} re W n`,
    `1 0 0 1 ${formatNumber(x)} ${formatNumber(frame.origin)} cm /${key} Do Q`,
  ].join('\n');
}
