import type { ComposedEdition } from '../../page/composed-edition.ts';
import type { Page, TextFragment } from '../../page/page.ts';
import type { StructureElement } from '../../page/structure-tree.ts';
import type { LineFact, ParagraphFact } from './page-facts.ts';

/** Text at other heights of one line, such as a raised figure, is not far from its baseline; share of the type's size. */
const ONE_LINE = 0.4;

type Place = { readonly paragraph: StructureElement; readonly story: string };

/**
 * The paragraphs of body text with their lines, in the order of the pages. A column is what its lines share a left edge
 * with, as far as an indent goes.
 */
export function readParagraphs(composed: ComposedEdition): readonly ParagraphFact[] {
  const places = new Map<number, Place>();
  visit(composed.structure.root, { story: null, paragraph: null }, places);
  const lines = new Map<StructureElement, { readonly story: string; readonly lines: OpenLine[] }>();
  for (const page of composed.pages) {
    for (const fragment of page.fragments) {
      if (fragment.kind !== 'text' || fragment.structure.kind !== 'leaf') continue;
      const place = places.get(fragment.structure.leaf);
      if (place === undefined) continue;
      const known = lines.get(place.paragraph) ?? { story: place.story, lines: [] };
      lines.set(place.paragraph, known);
      addTo(known.lines, page, fragment);
    }
  }
  return [...lines.values()].map(({ story, lines: own }) => ({ story, lines: own.map(factOf) }));
}

type Inside = { readonly story: string | null; readonly paragraph: StructureElement | null };

function visit(element: StructureElement, inside: Inside, places: Map<number, Place>): void {
  const isArticle = element.role === 'Art';
  const within: Inside = {
    story: isArticle ? element.name : inside.story,
    paragraph: element.role === 'P' ? element : isInline(element) ? inside.paragraph : null,
  };
  for (const child of element.children) {
    if (child.kind === 'element') visit(child, within, places);
    else if (within.story !== null && within.paragraph !== null)
      places.set(child.leaf, { story: within.story, paragraph: within.paragraph });
  }
}

const isInline = ({ role }: StructureElement): boolean =>
  role === 'Span' || role === 'Link' || role === 'Reference';

type OpenLine = { readonly page: string; readonly y: number; readonly texts: TextFragment[] };

function addTo(lines: OpenLine[], page: Page, fragment: TextFragment): void {
  const last = lines.at(-1);
  const [first] = last?.texts ?? [];
  const isSame =
    last !== undefined &&
    first !== undefined &&
    last.page === page.label &&
    Math.abs(last.y - fragment.y) < fragment.run.fontSize * ONE_LINE &&
    first.x === fragment.x;
  if (isSame) last.texts.push(fragment);
  else lines.push({ page: page.label, y: fragment.y, texts: [fragment] });
}

function factOf({ page, y, texts }: OpenLine): LineFact {
  const gaps = texts.flatMap(gapsOf);
  const left = Math.min(...texts.map(({ x, run }) => x + run.x));
  return {
    page,
    column: texts[0]?.x ?? 0,
    x: left,
    y,
    width: Math.max(...texts.map(({ x, run }) => x + run.x + run.width)) - left,
    gaps: gaps.map(({ x, width, ratio }) => ({ x, width, own: width / ratio })),
    looseness: Math.max(0, ...gaps.map(({ ratio }) => ratio)),
    text: texts.map(({ run }) => run.texts.join('')).join(''),
  };
}

type Gap = { readonly x: number; readonly width: number; readonly ratio: number };

/** The spaces between words of a run, but for one at its end, and how wide they are against the font's own. */
function gapsOf({ x, run }: TextFragment): readonly Gap[] {
  const gaps: Gap[] = [];
  let pen = x + run.x;
  for (let at = 0; at < run.glyphs.length; at += 1) {
    const width = (run.advances[at] ?? 0) * run.scale;
    if (run.texts[at] === ' ' && at > 0 && at < run.glyphs.length - 1) {
      const own = (run.face.advanceOf(run.glyphs[at] ?? 0) * run.fontSize) / run.face.unitsPerEm;
      if (own > 0) gaps.push({ x: pen, width, ratio: width / own });
    }
    pen += width;
  }
  return gaps;
}
