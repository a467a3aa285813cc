import type { ComposedEdition } from '../../src/page/composed-edition.ts';
import type { Fragment, Page, TextFragment } from '../../src/page/page.ts';
import type { StructureChild, StructureElement } from '../../src/page/structure-tree.ts';

/** Changes the fragments of every page. */
export function mapPages(
  composed: ComposedEdition,
  change: (fragment: Fragment) => readonly Fragment[],
): ComposedEdition {
  const pages = composed.pages.map((page): Page => ({ ...page, fragments: page.fragments.flatMap(change) }));
  return { ...composed, pages };
}

/** Words of a run with their UTF-16 ranges in the text of its inline. */
type RunWord = { readonly start: number; readonly end: number };

/** Runs of story matter that hold some words whole. */
export function wordsOfRun({ run }: TextFragment): readonly RunWord[] {
  const text = run.inline.text.slice(run.start, run.end);
  return [...text.matchAll(/(?<=\s)\p{L}+(?=\s)/gu)].map((match) => ({
    start: run.start + match.index,
    end: run.start + match.index + match[0].length,
  }));
}

/** The glyphs of a run that show a range of its text. Words begin and end with a glyph of their own. */
export function cutRun(fragment: TextFragment, start: number, end: number): TextFragment {
  const { run } = fragment;
  let offset = run.start;
  const kept = run.texts.map((text) => {
    const isKept = offset >= start && offset + text.length <= end;
    offset += text.length;
    return isKept;
  });
  const keep = (_: unknown, glyph: number): boolean => kept[glyph] === true;
  return {
    ...fragment,
    run: {
      ...run,
      start,
      end,
      glyphs: run.glyphs.filter(keep),
      advances: run.advances.filter(keep),
      xOffsets: run.xOffsets.filter(keep),
      yOffsets: run.yOffsets.filter(keep),
      texts: run.texts.filter(keep),
    },
  };
}

/** Changes the children of every element. */
export function mapTree(
  element: StructureElement,
  change: (element: StructureElement) => readonly StructureChild[],
): StructureElement {
  return {
    ...element,
    children: change(element).map((child) => (child.kind === 'leaf' ? child : mapTree(child, change))),
  };
}
