import type { BlockBox, Box, ImageBox, ListItemBox, ParagraphBox, TableBox, TableCell } from '../box/box.ts';
import type { StructureChild, StructureElement, StructureRole } from '../page/structure-tree.ts';
import type { InlineElement, InlineRun } from '../style/inline-run.ts';
import { roleOfBlock, roleOfInline, type RoleChoice } from './structure-role.ts';

/** Numbers for leaves and elements, unique in one edition. */
export type StructureNumbers = { readonly nextLeaf: () => number; readonly nextElement: () => number };

/** Starts counting at 1. */
export function createStructureNumbers(): StructureNumbers {
  let leaf = 0;
  let element = 0;
  return { nextLeaf: () => (leaf += 1), nextElement: () => (element += 1) };
}

/** The structure of one box tree, and which leaf or element each piece of its matter belongs to. */
export type StructureIndex = {
  readonly children: readonly StructureChild[];
  /** Leaf of each run of text; a run that is missing is an artifact. */
  readonly leafOf: ReadonlyMap<InlineRun, number>;
  readonly leafOfImage: ReadonlyMap<ImageBox, number>;
  /** Link elements by the `a` they stand for. */
  readonly linkOf: ReadonlyMap<InlineElement, number>;
  /** Figure elements by their picture: their layout box is known only when it is placed. */
  readonly figureOf: ReadonlyMap<ImageBox, number>;
  /** What has an id, by that id: its first leaf, and the name of its destination. */
  readonly anchors: ReadonlyMap<string, Anchor>;
};

/** A place that links of the same story lead to. */
export type Anchor = { readonly leaf: number; readonly destination: string };

type Walk = {
  readonly scope: string | null;
  /** All leaves so far, in reading order. */
  readonly leaves: number[];
  readonly anchors: Map<string, Anchor>;
  readonly numbers: StructureNumbers;
  readonly rankShift: number;
  readonly leafOf: Map<InlineRun, number>;
  readonly leafOfImage: Map<ImageBox, number>;
  readonly linkOf: Map<InlineElement, number>;
  readonly figureOf: Map<ImageBox, number>;
};

/**
 * Builds the structure of a box tree. `rankShift` is added to heading ranks: a story's `h1` is an H2 of the edition.
 * Matter of role `Artifact` gets no leaf.
 */
export function indexStructure(
  boxes: readonly Box[],
  options: {
    readonly numbers: StructureNumbers;
    readonly rankShift: number;
    readonly language: string;
    /** The story whose ids these are: its destinations begin with it. Without it ids have none. */
    readonly scope?: string;
  },
): StructureIndex {
  const leaves: number[] = [];
  const nextLeaf = (): number => {
    const leaf = options.numbers.nextLeaf();
    leaves.push(leaf);
    return leaf;
  };
  const walk: Walk = {
    numbers: { ...options.numbers, nextLeaf },
    scope: options.scope ?? null,
    leaves,
    anchors: new Map(),
    rankShift: options.rankShift,
    leafOf: new Map(),
    leafOfImage: new Map(),
    linkOf: new Map(),
    figureOf: new Map(),
  };
  const children = boxes.flatMap((box) =>
    visit(walk, box, { language: options.language, inFigure: false, needsParagraph: true }),
  );
  return { ...walk, children };
}

/** `language` is that of the nearest structure element; `needsParagraph`: text that stands here without an element of its own is a P. */
type Around = { readonly language: string; readonly inFigure: boolean; readonly needsParagraph: boolean };

const GROUPING: ReadonlySet<StructureRole> = new Set<StructureRole>([
  'Document',
  'Sect',
  'Art',
  'Div',
  'BlockQuote',
  'ContactBlock',
]);

/** What {@link visitBox} gives, with its id noted. */
function visit(walk: Walk, box: Box, around: Around): StructureChild[] {
  const first = walk.leaves.length;
  const children = visitBox(walk, box, around);
  noteAnchor(walk, box.element?.attributes['id'] ?? null, first);
  return children;
}

/** The first of two that have one id keeps it. */
function noteAnchor(walk: Walk, id: string | null, first: number): void {
  const leaf = walk.leaves[first];
  if (id === null || leaf === undefined || walk.scope === null || walk.anchors.has(id)) return;
  walk.anchors.set(id, { leaf, destination: `${walk.scope}.${id}` });
}

function visitBox(walk: Walk, box: Box, around: Around): StructureChild[] {
  switch (box.kind) {
    case 'paragraph':
      return wrap(walk, box, around, (inner) => paragraphChildren(walk, box, inner));
    case 'block':
    case 'row':
      if (box.kind === 'block' && box.element?.name === 'figure') return figure(walk, box, around);
      return wrap(walk, box, around, (inner) => box.children.flatMap((child) => visit(walk, child, inner)));
    case 'list-item':
      // A marker that a style sheet puts before something that is no item of a list is for the eye alone.
      if (box.element?.name !== 'li')
        return wrap(walk, box, around, (inner) => box.children.flatMap((child) => visit(walk, child, inner)));
      return [listItem(walk, box, around)];
    case 'image':
      return image(walk, box, around);
    case 'rule':
      return [];
    case 'table':
      return wrap(walk, box, around, (inner) => tableChildren(walk, box, inner));
  }
}

const SECTION_ROLES = { head: 'THead', body: 'TBody', foot: 'TFoot' } as const;

/** Caption, then sections of rows of cells; a cell without words is an element all the same. */
function tableChildren(walk: Walk, table: TableBox, around: Around): StructureChild[] {
  const caption = table.caption === null ? [] : visit(walk, table.caption, around);
  const sections = table.sections.map((section) => {
    const id = walk.numbers.nextElement();
    const rows = section.rows.map((row) => {
      const rowId = walk.numbers.nextElement();
      const cells = row.cells.map((cell) => tableCell(walk, cell, around));
      return plainElement(rowId, 'TR', cells);
    });
    return plainElement(id, SECTION_ROLES[section.kind], rows);
  });
  return [...caption, ...sections];
}

function tableCell(walk: Walk, { element, span, children }: TableCell, around: Around): StructureElement {
  const id = walk.numbers.nextElement();
  const { language } = element;
  const inner = { ...around, language, needsParagraph: false };
  const isHead = element.name === 'th';
  return {
    ...plainElement(
      id,
      isHead ? 'TH' : 'TD',
      children.flatMap((child) => visit(walk, child, inner)),
    ),
    language: language === around.language ? null : language,
    cell: {
      scope: isHead ? (element.attributes['scope']?.startsWith('row') === true ? 'Row' : 'Column') : null,
      columns: span,
    },
  };
}

/** Puts what `build` gives into the box's own structure element; transparent ones pass it on. */
function wrap(
  walk: Walk,
  { element, style }: Pick<ParagraphBox, 'element' | 'style'>,
  around: Around,
  build: (inner: Around) => StructureChild[],
): StructureChild[] {
  // What is hidden from those who listen is for the eye alone, whatever a style sheet says of it.
  if (element?.attributes['aria-hidden'] === 'true') return [];
  const choice: RoleChoice = roleOfBlock(element?.name ?? null, style.edRole, walk.rankShift);
  if (choice.kind === 'artifact') return [];
  if (choice.kind === 'transparent') return build(around);
  const language = element?.language ?? around.language;
  const inner = { ...around, language, needsParagraph: GROUPING.has(choice.role) };
  const id = walk.numbers.nextElement();
  const children = build(inner);
  if (children.length === 0) return [];
  return [
    { ...plainElement(id, choice.role, children), language: language === around.language ? null : language },
  ];
}

function plainElement(
  id: number,
  role: StructureRole,
  children: readonly StructureChild[],
): StructureElement {
  return {
    kind: 'element',
    id,
    role,
    language: null,
    alt: null,
    expansion: null,
    title: null,
    name: null,
    box: null,
    children,
  };
}

/** Runs in order, each inside the elements it stands in; neighbours in the same element share it. */
function paragraphChildren(walk: Walk, box: ParagraphBox, around: Around): StructureChild[] {
  const isForeign = box.language !== around.language;
  const children = groupRuns(walk, box.runs, null, box.language);
  if (children.length === 0 || (!around.needsParagraph && !isForeign)) return children;
  const element = plainElement(walk.numbers.nextElement(), around.needsParagraph ? 'P' : 'Span', children);
  return [{ ...element, language: isForeign ? box.language : null }];
}

function groupRuns(
  walk: Walk,
  runs: readonly InlineRun[],
  parent: InlineElement | null,
  language: string,
): StructureChild[] {
  const children: StructureChild[] = [];
  let at = 0;
  while (at < runs.length) {
    const run = runs[at];
    if (run === undefined) break;
    const child = childUnder(run.element, parent);
    let end = at + 1;
    while (end < runs.length && childUnder(runs[end]?.element ?? null, parent) === child) end += 1;
    const group = runs.slice(at, end);
    children.push(...(child === null ? [leafFor(walk, group)] : inlineElement(walk, group, child, language)));
    at = end;
  }
  return children;
}

/** The ancestor of `element` (or itself) whose parent is `parent`; null when it is `parent`. */
function childUnder(element: InlineElement | null, parent: InlineElement | null): InlineElement | null {
  let current = element;
  let below: InlineElement | null = null;
  while (current !== parent && current !== null) {
    below = current;
    current = current.parent;
  }
  return below;
}

function leafFor(walk: Walk, runs: readonly InlineRun[]): StructureChild {
  const leaf = walk.numbers.nextLeaf();
  for (const run of runs) walk.leafOf.set(run, leaf);
  return { kind: 'leaf', leaf };
}

function inlineElement(
  walk: Walk,
  runs: readonly InlineRun[],
  element: InlineElement,
  language: string,
): StructureChild[] {
  const choice = roleOfInline(element, element.language !== language);
  if (choice.kind === 'artifact') return [];
  const id = choice.kind === 'role' ? walk.numbers.nextElement() : 0;
  const first = walk.leaves.length;
  const children = groupRuns(walk, runs, element, element.language);
  noteAnchor(walk, element.id, first);
  if (choice.kind === 'transparent') return children;
  if (element.href !== null) walk.linkOf.set(element, id);
  return [
    {
      ...plainElement(id, choice.role, children),
      language: element.language === language ? null : element.language,
      expansion: element.expansion,
    },
  ];
}

function listItem(walk: Walk, box: ListItemBox, around: Around): StructureElement {
  const id = walk.numbers.nextElement();
  const language = box.element?.language ?? around.language;
  const label =
    box.marker === null
      ? []
      : [plainElement(walk.numbers.nextElement(), 'Lbl', [leafFor(walk, [box.marker])])];
  const bodyId = walk.numbers.nextElement();
  const inner = { ...around, language, needsParagraph: false };
  const body = plainElement(
    bodyId,
    'LBody',
    box.children.flatMap((child) => visit(walk, child, inner)),
  );
  return {
    ...plainElement(id, 'LI', [...label, body]),
    language: language === around.language ? null : language,
  };
}

function figure(walk: Walk, box: BlockBox, around: Around): StructureChild[] {
  const picture = findImage(box);
  const inner = { ...around, language: box.element?.language ?? around.language, inFigure: true };
  if (picture === null || picture.alt === null)
    return box.children.flatMap((child) => visit(walk, child, inner));
  const id = walk.numbers.nextElement();
  walk.figureOf.set(picture, id);
  const children = box.children.flatMap((child) => visit(walk, child, inner));
  return [{ ...plainElement(id, 'Figure', children), alt: picture.alt }];
}

function image(walk: Walk, box: ImageBox, around: Around): StructureChild[] {
  if (box.alt === null) return [];
  const leaf = walk.numbers.nextLeaf();
  walk.leafOfImage.set(box, leaf);
  const child: StructureChild = { kind: 'leaf', leaf };
  if (around.inFigure) return [child];
  const id = walk.numbers.nextElement();
  walk.figureOf.set(box, id);
  return [{ ...plainElement(id, 'Figure', [child]), alt: box.alt }];
}

function findImage(box: Box): ImageBox | null {
  if (box.kind === 'image') return box;
  if (box.kind !== 'block' && box.kind !== 'list-item' && box.kind !== 'row') return null;
  for (const child of box.children) {
    const found = findImage(child);
    if (found !== null) return found;
  }
  return null;
}
