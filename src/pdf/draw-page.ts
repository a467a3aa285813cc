import type { ImageFragment, Page, RuleFragment, StructureRef, TextFragment } from '../page/page.ts';
import { bleedRect, coverRect } from './bleed.ts';
import type { FillOf } from './fill.ts';
import type { UsedFonts } from './used-fonts.ts';
import type { ImageStore } from './image-embed.ts';
import type { LeafMarks } from './leaf-marks.ts';
import { createPainter, type PaintedPage, type Painter, type Surface } from './painter.ts';

/** What every page of a file is drawn with. */
export type DrawTools = {
  readonly fonts: UsedFonts;
  readonly images: ImageStore;
  readonly marks: LeafMarks;
  readonly fillOf: FillOf;
  /** Without tags nothing is marked: the page is to be drawn on a sheet. */
  readonly isTagged: boolean;
  /** How far what touches the trim runs over it, points. */
  readonly bleed: number;
};

/** A drawn page: its content, and the names of what it uses. */
export type DrawnPage = PaintedPage & {
  readonly fonts: readonly string[];
  readonly images: readonly string[];
};

/** Draws the fragments of a page in their order, each inside its mark. Links are not drawn. */
export function drawPage(page: Page, tools: DrawTools): DrawnPage {
  const painter = createPainter({
    pageHeight: page.size.height,
    fonts: tools.fonts,
    fillOf: tools.fillOf,
    tagOf: tools.isTagged ? tools.marks.tagOf : null,
  });
  const fonts = new Set<string>();
  const images = new Set<string>();
  for (const fragment of page.fragments) {
    if (fragment.kind === 'link') continue;
    if (fragment.kind === 'text' && fragment.run.glyphs.length > 0) {
      fonts.add(tools.fonts.use(fragment.run.face).resource);
      if (tools.isTagged) noteText(fragment, tools.marks);
    }
    const image = fragment.kind === 'image' ? tools.images.use(fragment) : '';
    if (image !== '') images.add(image);
    mark(painter, fragment.structure, (surface) =>
      drawFragment(surface, fragment, { image, page, bleed: tools.bleed }),
    );
  }
  return { ...painter.finish(), fonts: [...fonts], images: [...images] };
}

function noteText(fragment: TextFragment, marks: LeafMarks): void {
  if (fragment.structure.kind !== 'leaf') return;
  const { texts, level } = fragment.run;
  marks.addText(fragment.structure.leaf, (level % 2 === 1 ? [...texts].reverse() : texts).join(''));
}

function mark(painter: Painter, structure: StructureRef, draw: (surface: Surface) => void): void {
  if (structure.kind === 'leaf') painter.tag(structure.leaf, draw);
  else painter.artifact(structure.artifact, draw);
}

function drawFragment(
  surface: Surface,
  fragment: TextFragment | ImageFragment | RuleFragment,
  place: { readonly image: string; readonly page: Page; readonly bleed: number },
): void {
  if (fragment.kind === 'text') return surface.text(fragment);
  if (fragment.kind === 'image' && fragment.seen !== undefined)
    return surface.image(place.image, { rect: fragment.rect, clip: fragment.seen });
  const window = bleedRect(fragment.rect, place.page.size, place.bleed);
  if (fragment.kind === 'rule') return surface.fill(window, fragment.colour);
  const isBled = window !== fragment.rect;
  const rect = isBled ? coverRect(fragment.rect, window) : fragment.rect;
  surface.image(place.image, { rect, clip: isBled ? window : null });
}
