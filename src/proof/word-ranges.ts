import type { MarkupNode } from '../markup/markup-tree.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import type { TextFragment } from '../page/page.ts';
import type { StructureChild } from '../page/structure-tree.ts';

/** A stretch of a node's text that was set, in reading order; `text` is what it says. */
export type SetRange = {
  readonly owner: string;
  readonly node: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

/** What the pages say, in the order of the structure tree: leaf by leaf, page by page. Generated text is left out. */
export function rangesOfPages(edition: ComposedEdition): readonly SetRange[] {
  const byLeaf = new Map<number, TextFragment[]>();
  for (const page of edition.pages) {
    for (const fragment of page.fragments) {
      if (fragment.kind !== 'text' || fragment.structure.kind !== 'leaf') continue;
      const list = byLeaf.get(fragment.structure.leaf) ?? [];
      list.push(fragment);
      byLeaf.set(fragment.structure.leaf, list);
    }
  }
  const ranges: SetRange[] = [];
  const visit = (child: StructureChild): void => {
    if (child.kind === 'element') return child.children.forEach(visit);
    const fragments = byLeaf.get(child.leaf) ?? [];
    ranges.push(...fragments.flatMap(rangeOfFragment));
  };
  visit(edition.structure.root);
  return ranges;
}

function rangeOfFragment({ run }: TextFragment): SetRange[] {
  const { source } = run.inline;
  const text = logicalText(run);
  // A mark of direction between two runs is a run of its own, without a glyph.
  if (source === null || run.end <= run.start || text === '') return [];
  const { owner, node } = source;
  return [{ owner, node, start: source.offset + run.start, end: source.offset + run.end, text }];
}

/** Glyph texts stand in visual order; a right-to-left run is read from its end. */
function logicalText({ texts, level }: TextFragment['run']): string {
  return level % 2 === 0 ? texts.join('') : [...texts].reverse().join('');
}

/** What trees of markup say (the EPUB's documents), in document order. */
export function rangesOfMarkup(nodes: readonly MarkupNode[]): readonly SetRange[] {
  return nodes.flatMap((node): readonly SetRange[] => {
    if (node.kind === 'element') return rangesOfMarkup(node.children);
    if (node.source === null) return [];
    const { owner, node: name, offset } = node.source;
    return [{ owner, node: name, start: offset, end: offset + node.text.length, text: node.text }];
  });
}
