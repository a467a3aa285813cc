import type { Rect } from '../../core/geometry.ts';
import { pt } from '../../core/units.ts';
import type { Edition } from '../../edition/edition.ts';
import type { ComposedEdition } from '../../page/composed-edition.ts';
import type { Page, TextFragment } from '../../page/page.ts';
import type { StructureElement } from '../../page/structure-tree.ts';
import { joinSpreads } from './join-spreads.ts';
import type { EditionFacts, HeadFact, LegFact, PageFacts } from './page-facts.ts';
import { readParagraphs } from './read-lines.ts';

/** What a leaf of the tree is for the rules. */
type Part = 'head' | 'cutline' | 'body' | 'other';
type Leaf = { readonly story: string; readonly part: Part };

/** A leg is no wider than a column. */
const ROUNDING = 0.5;
/** The ink of a line, as shares of its size above and below the baseline. */
const ABOVE = 0.75;
const BELOW = 0.2;

/**
 * Reads what the rules of make-up look at from composed pages.
 *
 * @param runsOn stories run on from page to page, as in a book.
 */
export function readFacts(composed: ComposedEdition, { grid }: Edition, runsOn: boolean): EditionFacts {
  const leaves = new Map<number, Leaf>();
  const jumping = new Set<string>();
  const start: Inside = { story: null, part: 'other', hasHead: { is: false } };
  visit(composed.structure.root, start, { leaves, jumping });
  const column = (grid.live.width - (grid.columns - 1) * grid.gutter) / grid.columns;
  return {
    baseline: grid.baseline,
    live: runsOn ? null : grid.live,
    jumping,
    paragraphs: readParagraphs(composed),
    pageCount: composed.pages.length,
    pages: joinSpreads(composed.pages).map((page) => pageFacts(page, leaves, column)),
  };
}

type Inside = { readonly story: string | null; readonly part: Part; readonly hasHead: { is: boolean } };

type Found = { readonly leaves: Map<number, Leaf>; readonly jumping: Set<string> };

function visit(element: StructureElement, inside: Inside, found: Found): void {
  if (element.role === 'JumpLine' && inside.story !== null) found.jumping.add(inside.story);
  const isArticle = element.role === 'Art';
  const within: Inside = isArticle
    ? { story: element.name, part: 'other', hasHead: { is: false } }
    : { ...inside, part: partOf(element, inside) };
  for (const child of element.children) {
    if (child.kind === 'element') visit(child, within, found);
    else if (within.story !== null) found.leaves.set(child.leaf, { story: within.story, part: within.part });
  }
}

/** The first heading of a story is its head; the kicker in it is not. */
function partOf({ role }: StructureElement, { part, hasHead }: Inside): Part {
  if (/^H[1-6]$/.test(role)) {
    if (hasHead.is) return 'other';
    hasHead.is = true;
    return 'head';
  }
  if (role === 'Cutline') return 'cutline';
  if (role === 'P' || role === 'LI' || role === 'LBody' || role === 'Lbl') return 'body';
  return role === 'Span' || role === 'Link' || role === 'Reference' ? part : 'other';
}

function pageFacts(page: Page, leaves: ReadonlyMap<number, Leaf>, column: number): PageFacts {
  const texts = page.fragments.filter((fragment) => fragment.kind === 'text');
  const partOfText = ({ structure }: TextFragment): Leaf | undefined =>
    structure.kind === 'leaf' ? leaves.get(structure.leaf) : undefined;
  const grouped = (part: Part): ReadonlyMap<string, readonly TextFragment[]> => {
    const found = new Map<string, TextFragment[]>();
    for (const text of texts) {
      const leaf = partOfText(text);
      if (leaf?.part === part) found.set(leaf.story, [...(found.get(leaf.story) ?? []), text]);
    }
    return found;
  };
  const images = page.fragments.flatMap((fragment) => (fragment.kind === 'image' ? [fragment.rect] : []));
  const rules = page.fragments.flatMap((fragment) => (isAcross(fragment, column) ? [fragment.rect] : []));
  // Raised figures of notes are small by nature.
  const small = texts
    .filter(({ run }) => run.rise === 0)
    .reduce<TextFragment | null>(
      (least, text) => (least === null || text.run.fontSize < least.run.fontSize ? text : least),
      null,
    );
  return {
    label: page.label,
    heads: [...grouped('head')].map(([story, own]) => headFact(story, own)),
    legs: page.beads.filter(({ rect }) => rect.width <= column + ROUNDING && isLeg(rect, texts, partOfText)),
    pictures: images.filter(({ width }) => width >= column / 2),
    cutlines: [...grouped('cutline')].map(([story, own]): LegFact => ({ story, rect: around(own) })),
    stops: [...images, ...rules, ...texts.filter((text) => partOfText(text)?.part !== 'body').map(inkOf)],
    smallest: small === null ? null : { size: small.run.fontSize, text: small.run.texts.join('') },
  };
}

/** A rule across a column, not the hairline between two of them. */
function isAcross(
  fragment: Page['fragments'][number],
  column: number,
): fragment is Extract<typeof fragment, { kind: 'rule' }> {
  return fragment.kind === 'rule' && fragment.rect.width >= column / 2;
}

/** A bead that holds body text; a head over one column has a bead too. */
function isLeg(
  rect: Rect,
  texts: readonly TextFragment[],
  partOfText: (text: TextFragment) => Leaf | undefined,
): boolean {
  return texts.some((text) => {
    const ink = inkOf(text);
    const isIn =
      ink.x >= rect.x - 4 &&
      ink.x < rect.x + rect.width &&
      text.y > rect.y &&
      text.y <= rect.y + rect.height + 1;
    return isIn && partOfText(text)?.part === 'body';
  });
}

function headFact(story: string, own: readonly TextFragment[]): HeadFact {
  const text = own.map(({ run }) => run.texts.join('')).join(' ');
  return {
    story,
    rect: around(own),
    size: Math.max(...own.map(({ run }) => run.fontSize)),
    words: text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
  };
}

function inkOf({ run, x, y }: TextFragment): Rect {
  return {
    x: pt(x + run.x),
    y: pt(y - run.fontSize * ABOVE),
    width: run.width,
    height: pt(run.fontSize * (ABOVE + BELOW)),
  };
}

function around(texts: readonly TextFragment[]): Rect {
  const rects = texts.map(inkOf);
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  return {
    x: pt(x),
    y: pt(y),
    width: pt(Math.max(...rects.map((rect) => rect.x + rect.width)) - x),
    height: pt(Math.max(...rects.map((rect) => rect.y + rect.height)) - y),
  };
}
