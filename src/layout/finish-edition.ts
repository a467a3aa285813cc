import { pt } from '../core/units.ts';
import type { BoxTree } from '../box/box.ts';
import type { Edition } from '../edition/edition.ts';
import type { ComposedEdition, OutlineEntry } from '../page/composed-edition.ts';
import type { DeepStrip, Fragment, Page } from '../page/page.ts';
import type { StructureChild, StructureElement, StructureTree } from '../page/structure-tree.ts';
import type { DraftEdition } from './composer.ts';
import { dropDoubledRules } from './drop-doubled-rules.ts';
import { emitFragments, type EmitTarget } from './emit-fragments.ts';
import type { LayoutSession } from './layout-session.ts';
import { findAnchors } from './find-anchors.ts';
import type { FlowKind, FurnitureArea } from './page-plan.ts';
import { placeAdvertisements } from './place-advertisements.ts';
import { findSectionHeads, type SectionHeads } from './section-heads.ts';
import { reportStrip } from './report-strip.ts';
import { layoutStack } from './stack-layout.ts';
import { indexStructure, type StructureIndex } from './structure-index.ts';
import { flowElement, withFigureBoxes, withInsertions } from './structure-edits.ts';

/** A strip and what stands in it. */
export type FilledFurniture = { readonly area: FurnitureArea; readonly tree: BoxTree };

/**
 * Puts the furniture on the pages and closes structure, outline and destinations. Headers and footers are outside
 * reading; panels, such as an index, are read before the stories.
 */
export function finishEdition(
  draft: DraftEdition,
  furniture: readonly FilledFurniture[],
  options: { readonly edition: Edition; readonly session: LayoutSession },
): ComposedEdition {
  const { edition, session } = options;
  const sections = findSectionHeads(furniture, { edition, numbers: draft.numbers, tops: draft.tops });
  const panels = furniture.filter(({ area }) => area.role === 'panel');
  const panelIndexes = new Map(
    panels.map(({ area, tree }) => {
      const options = { numbers: draft.numbers, rankShift: 1, language: edition.language };
      return [area, indexStructure(tree.root.children, options)];
    }),
  );
  const indexes = new Map([...sections.indexes, ...panelIndexes]);
  const pages = draft.pages.map((page): Page => {
    const strips = furniture.filter(({ area }) => area.pageIndex === page.index);
    const emitted = strips.map(({ area, tree }) => emitStrip(session, { area, tree, edition, indexes }));
    const own = emitted.flatMap(({ fragments }) => fragments);
    const deepStrips = emitted.flatMap(({ deep }) => deep ?? []);
    return {
      index: page.index,
      label: page.label,
      size: edition.grid.trim,
      fragments: dropDoubledRules([...page.fragments, ...own], {
        heads: draft.tops.filter(({ pageIndex }) => pageIndex === page.index),
        areas: page.beads.flatMap(({ story, rect }) => (story.startsWith('@') ? [] : [rect])),
        baseline: edition.grid.baseline,
      }),
      beads: page.beads,
      ...(deepStrips.length === 0 ? {} : { deepStrips }),
      ...(page.joins === undefined ? {} : { joins: page.joins }),
    };
  });
  const panelMatter = [...panelIndexes.values()].flatMap(({ children }) => children);
  return {
    pages,
    structure: buildTree(draft, edition, { sections, panels: panelMatter }),
    pageMap: { labels: pages.map((page) => page.label), starts: sortedStarts(draft, edition) },
    outline: outlineOf(draft, edition, sections),
    destinations: [
      ...draft.tops.map(({ destination, pageIndex, y }) => ({ name: destination, pageIndex, y })),
      ...[...sections.heads].flatMap(([id, { place }]) =>
        place === null ? [] : [{ name: sectionName(id), ...place }],
      ),
      ...findAnchors(draft),
    ],
  };
}

type Strip = FilledFurniture & {
  readonly edition: Edition;
  readonly indexes: ReadonlyMap<FurnitureArea, StructureIndex>;
};

type EmittedStrip = { readonly fragments: readonly Fragment[]; readonly deep: DeepStrip | null };

/** The share of a strip's white that stands above its matter. */
const SHARE_ABOVE = { top: 0, middle: 0.5, foot: 1 } as const;

/** A header or panel hangs from the top of its strip, a footer stands on the bottom of its own. */
function emitStrip(session: LayoutSession, { area, tree, edition, indexes }: Strip): EmittedStrip {
  const stack = layoutStack(session, [tree.root], area.width);
  const white = Math.max(0, area.height - stack.height);
  const deep = reportStrip(session, area, { matter: stack, edition });
  const y = pt(area.y + white * SHARE_ABOVE[area.align]);
  const index = indexes.get(area);
  const outside = area.role === 'panel' ? 'layout' : area.role;
  const target: EmitTarget =
    index === undefined
      ? { kind: 'artifact', artifact: outside }
      : { kind: 'structure', index, otherwise: outside };
  const fragments = emitFragments(stack.placed, area.x, y, target);
  return { fragments: fragments.map((fragment) => reachFold(fragment, area)), deep };
}

/** A rule that ends where its strip does goes on to the fold of a spread, and over it in the strip of the facing page. */
function reachFold(fragment: Fragment, { x, width, toFold }: FurnitureArea): Fragment {
  if (fragment.kind !== 'rule' || toFold === undefined) return fragment;
  const { rect } = fragment;
  const isLeft = toFold.side === 'left';
  const missed = isLeft ? rect.x - x : x + width - rect.x - rect.width;
  if (Math.abs(missed) > 0.01) return fragment;
  const wider = { ...rect, width: pt(rect.width + toFold.width) };
  return { ...fragment, rect: isLeft ? { ...wider, x: pt(rect.x - toFold.width) } : wider };
}

/** Name of the destination of a section's head. No story has one like it: file names begin otherwise. */
const sectionName = (id: string): string => `@section.${id}`;

/** Whether links can lead to the head of a section; else they lead to its first story. */
const isPlaced = ({ heads }: SectionHeads, id: string): boolean => (heads.get(id)?.place ?? null) !== null;

/** What the furniture adds to the structure. */
type ReadFurniture = { readonly sections: SectionHeads; readonly panels: readonly StructureChild[] };

/**
 * Document > matter of the blueprints (nameplate, notice), panels, sections with their heads and their stories in rank,
 * each page's advertisements after its stories, the imprint last. Contents stand before the sections.
 */
function buildTree(draft: DraftEdition, edition: Edition, read: ReadFurniture): StructureTree {
  const numbers = draft.numbers;
  const all = draft.matter.map((matter) => ({
    matter,
    element: flowElement(matter, numbers, edition.language),
  }));
  const bands = all.filter(({ matter }) => matter.flow === null).flatMap(({ element }) => element.children);
  const rank = rankOf(edition);
  const stories = all
    .filter(({ matter }) => matter.flow?.kind === 'story')
    .sort((a, b) => rank(a.matter.flow?.name) - rank(b.matter.flow?.name));
  const { behind, others } = placeAdvertisements(draft, edition);
  const elementOf = new Map(all.map(({ matter, element }) => [matter.flow?.name ?? '', element]));
  const elementsOf = (names: readonly string[]): readonly StructureElement[] =>
    names.flatMap((name) => elementOf.get(name) ?? []);
  /** A story, and the advertisements that are read after it. */
  const withAds = ({ matter, element }: (typeof stories)[number]): readonly StructureElement[] => [
    element,
    ...elementsOf(behind.get(matter.flow?.name ?? '') ?? []),
  ];
  const kindOf = (kind: FlowKind): readonly StructureElement[] =>
    all.filter(({ matter }) => matter.flow?.kind === kind).map(({ element }) => element);
  const children: StructureChild[] = [...bands, ...read.panels, ...kindOf('contents')];
  const inSections = edition.sections.map((section) => ({
    section,
    elements: stories.filter(({ matter }) => matter.flow?.section === section.id).flatMap(withAds),
  }));
  const known = new Set(edition.sections.map((section) => section.id));
  for (const { section, elements } of inSections) {
    if (elements.length === 0) continue;
    children.push({
      ...emptySect(numbers.nextElement()),
      title: section.title,
      name: section.id,
      children: [...(read.sections.heads.get(section.id)?.children ?? []), ...elements],
    });
  }
  for (const story of stories) {
    const section = story.matter.flow?.section ?? null;
    if (section === null || !known.has(section)) children.push(...withAds(story));
  }
  const root: StructureElement = {
    kind: 'element',
    id: numbers.nextElement(),
    role: 'Document',
    language: edition.language,
    alt: null,
    expansion: null,
    title: null,
    name: null,
    box: null,
    children: [...children, ...elementsOf(others), ...kindOf('imprint')],
  };
  return { root: withFigureBoxes(withInsertions(root, draft.insertions), draft.figureBoxes) };
}

/** The place of a story in the order of the paper: slots and short stories are placed in another. */
function rankOf(edition: Edition): (story: string | undefined) => number {
  const ranks = new Map(edition.stories.map((story, index) => [story.id, index]));
  return (story) => ranks.get(story ?? '') ?? ranks.size;
}

function emptySect(id: number): StructureElement {
  return {
    kind: 'element',
    id,
    role: 'Sect',
    language: null,
    alt: null,
    expansion: null,
    title: null,
    name: null,
    box: null,
    children: [],
  };
}

function sortedStarts(draft: DraftEdition, edition: Edition): ComposedEdition['pageMap']['starts'] {
  const rank = rankOf(edition);
  return [...draft.starts].sort((a, b) => rank(a.story) - rank(b.story) || a.pageIndex - b.pageIndex);
}

function outlineOf(draft: DraftEdition, edition: Edition, sections: SectionHeads): readonly OutlineEntry[] {
  const entryOf = ({ flow }: DraftEdition['tops'][number]): OutlineEntry => ({
    title: flow.title,
    destination: flow.name,
    language: flow.language,
    children: [],
  });
  const titles = new Map(edition.sections.map((section) => [section.id, section.title]));
  const rank = rankOf(edition);
  const firsts = draft.tops.filter(({ isFirst }) => isFirst);
  const tops = [
    ...firsts
      .filter(({ flow }) => flow.kind === 'story')
      .sort((a, b) => rank(a.flow.name) - rank(b.flow.name)),
    ...firsts.filter(({ flow }) => flow.kind === 'imprint'),
  ];
  const entries = firsts.filter(({ flow }) => flow.kind === 'contents').map(entryOf);
  for (const section of edition.sections) {
    const own = tops.filter(({ flow }) => flow.section === section.id);
    const first = own[0];
    if (first === undefined) continue;
    entries.push({
      title: section.title,
      destination: isPlaced(sections, section.id) ? sectionName(section.id) : first.flow.name,
      language: edition.language,
      children: own.map(entryOf),
    });
  }
  const others = tops.filter(({ flow }) => flow.section === null || !titles.has(flow.section));
  return [...entries, ...others.map(entryOf)];
}
