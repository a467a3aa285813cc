import type { InlineElement, InlineRun } from '../style/inline-run.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import { boxesIn } from './boxes-in.ts';
import type { Box, BoxElement, BoxTree, TableBox, TableSection } from './box.ts';

/** Gives back a tree in which boxes that an earlier tree had, alike in everything, are those of that tree. */
export type BoxPool = (tree: BoxTree) => BoxTree;

/**
 * Opens a pool for the trees of one story. Its shapes differ in their heads and hardly in their body: what layout
 * shapes, breaks and sets it keeps by box, so that boxes alike in everything are to be one object.
 */
export function createBoxPool(): BoxPool {
  const numberOf = styleNumbers();
  const known = new Map<string, Box[]>();
  const ids = new WeakMap<Box, number>();
  let last = 0;
  return (tree) => {
    // A layout may print the same words twice: within a tree each box is an object of its own.
    const seen = new Map<string, number>();
    const share = (box: Box): Box => {
      const own = withChildren(box, share);
      const childIds = boxesIn(own).map((child) => ids.get(child));
      const key = JSON.stringify([factsOf(own, numberOf), childIds]);
      const twins = known.get(key) ?? [];
      known.set(key, twins);
      const at = seen.get(key) ?? 0;
      seen.set(key, at + 1);
      const shared = (twins[at] ??= own);
      if (!ids.has(shared)) ids.set(shared, (last += 1));
      return shared;
    };
    return { ...tree, root: { ...tree.root, children: tree.root.children.map(share) } };
  };
}

type StyleNumber = (style: ComputedStyle) => number;

/** Numbers of styles: the same for the same values. */
function styleNumbers(): StyleNumber {
  const byValues = new Map<string, number>();
  const byStyle = new WeakMap<ComputedStyle, number>();
  return (style) => {
    const known = byStyle.get(style);
    if (known !== undefined) return known;
    const values = JSON.stringify(style);
    const number = byValues.get(values) ?? byValues.size;
    byValues.set(values, number);
    byStyle.set(style, number);
    return number;
  };
}

/** Everything of a box but its children. */
function factsOf(box: Box, numberOf: StyleNumber): unknown {
  const own = [box.kind, facts(box.element), numberOf(box.style)];
  const runOf = (run: InlineRun): unknown => [...runFacts(run), numberOf(run.style)];
  switch (box.kind) {
    case 'paragraph':
      return [...own, box.language, box.runs.map(runOf)];
    case 'list-item':
      return [...own, box.marker === null ? null : runOf(box.marker)];
    case 'row':
      return [...own, box.tracks];
    case 'table':
      return [...own, box.caption !== null, box.sections.map((section) => sectionFacts(section, numberOf))];
    case 'image':
      return [...own, box.file, box.alt];
    case 'block':
    case 'rule':
      return own;
  }
}

const sectionFacts = ({ kind, element, rows }: TableSection, numberOf: StyleNumber): unknown => [
  kind,
  facts(element),
  rows.map((row) => [
    facts(row.element),
    numberOf(row.style),
    row.cells.map(({ element: own, style, span, children }) => [
      facts(own),
      numberOf(style),
      span,
      children.length,
    ]),
  ]),
];

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

/** The box with other children in the place of its own. */
function withChildren(box: Box, change: (child: Box) => Box): Box {
  if (box.kind === 'table') return tableWith(box, change);
  return 'children' in box ? { ...box, children: box.children.map(change) } : box;
}

function tableWith(table: TableBox, change: (child: Box) => Box): TableBox {
  return {
    ...table,
    caption: table.caption === null ? null : change(table.caption),
    sections: table.sections.map((section) => ({
      ...section,
      rows: section.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, children: cell.children.map(change) })),
      })),
    })),
  };
}
