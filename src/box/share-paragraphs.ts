import type { InlineElement, InlineRun } from '../style/inline-run.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import type { Box, BoxElement, BoxTree, ParagraphBox, TableSection } from './box.ts';

/** Gives back a tree in which paragraphs that an earlier tree had in the same words and style are those of that tree. */
export type ParagraphPool = (tree: BoxTree) => BoxTree;

/**
 * Opens a pool for the trees of one story. Its shapes differ in their heads and hardly in their body: what layout
 * shapes and breaks it keeps by paragraph, so that paragraphs alike in everything are to be one object.
 */
export function createParagraphPool(): ParagraphPool {
  const styles = new Map<string, number>();
  const numbers = new WeakMap<ComputedStyle, number>();
  const known = new Map<string, ParagraphBox>();
  const numberOf = (style: ComputedStyle): number => {
    let number = numbers.get(style);
    if (number === undefined) {
      const values = JSON.stringify(style);
      number = styles.get(values) ?? styles.size;
      styles.set(values, number);
      numbers.set(style, number);
    }
    return number;
  };
  const share = (box: ParagraphBox, taken: Set<ParagraphBox>): ParagraphBox => {
    const key = JSON.stringify([
      facts(box.element),
      numberOf(box.style),
      box.language,
      box.runs.map((run) => [...runFacts(run), numberOf(run.style)]),
    ]);
    const shared = known.get(key) ?? box;
    known.set(key, shared);
    // A layout may print the same words twice: within a tree each paragraph is an object of its own.
    if (taken.has(shared)) return box;
    taken.add(shared);
    return shared;
  };
  return (tree) => {
    const taken = new Set<ParagraphBox>();
    const shareOwn = shareBox((box) => share(box, taken));
    return { ...tree, root: { ...tree.root, children: tree.root.children.map((child) => shareOwn(child)) } };
  };
}

const facts = (element: BoxElement | null): unknown =>
  element === null ? null : [element.name, element.attributes, element.language, element.at];

const runFacts = ({ text, language, source, element, at }: InlineRun): readonly unknown[] => [
  text,
  language,
  source,
  elementFacts(element),
  at,
];

function elementFacts(element: InlineElement | null): unknown {
  if (element === null) return null;
  const { parent, ...own } = element;
  return [own, elementFacts(parent)];
}

function shareBox(share: (box: ParagraphBox) => ParagraphBox): <B extends Box>(box: B) => B {
  const shared = (box: Box): Box => {
    switch (box.kind) {
      case 'paragraph':
        return share(box);
      case 'block':
      case 'list-item':
      case 'row':
        return { ...box, children: box.children.map(shared) };
      case 'table':
        return {
          ...box,
          caption: box.caption === null ? null : shared(box.caption),
          sections: box.sections.map(section),
        };
      case 'image':
      case 'rule':
        return box;
    }
  };
  const section = (part: TableSection): TableSection => ({
    ...part,
    rows: part.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, children: cell.children.map(shared) })),
    })),
  });
  // Every case gives back a box of the kind it was given.
  return shared as <B extends Box>(box: B) => B;
}
