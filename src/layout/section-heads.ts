import type { Box, BoxTree } from '../box/box.ts';
import type { Edition } from '../edition/edition.ts';
import type { StructureChild } from '../page/structure-tree.ts';
import type { DraftEdition } from './composer.ts';
import type { FurnitureArea } from './page-plan.ts';
import { indexStructure, type StructureIndex, type StructureNumbers } from './structure-index.ts';

/** The head of a section: its name where it is read. */
export type SectionHead = {
  /** Where the name first stands over stories; null for one in a footer, under them. */
  readonly place: { readonly pageIndex: number; readonly y: number } | null;
  /** The head's H1. */
  readonly children: readonly StructureChild[];
};

/** What the furniture of an edition says that is read: heads of sections by section id. */
export type SectionHeads = {
  readonly heads: ReadonlyMap<string, SectionHead>;
  /** The structure of the heads in a strip; all else in the strip is outside reading. */
  readonly indexes: ReadonlyMap<FurnitureArea, StructureIndex>;
};

/** The id that furniture gives an `h1` with a section's name: this and the section's id. */
const SECTION_ID = 'section-';

/**
 * Finds the heads of sections in the furniture: the first `<h1 id="section-…">` of each section, by page, in headers of pages
 * on which a story of it begins; in footers for a section that no such header has, as one whose stories all begin on page 1.
 * It is read as the H1 of its section; where the name is set again, on further pages, it is outside reading like a folio.
 */
export function findSectionHeads(
  furniture: readonly { readonly area: FurnitureArea; readonly tree: BoxTree }[],
  options: {
    readonly edition: Edition;
    readonly numbers: StructureNumbers;
    readonly tops: DraftEdition['tops'];
  },
): SectionHeads {
  const { edition, numbers, tops } = options;
  const known = new Set(edition.sections.map(({ id }) => id));
  const heads = new Map<string, SectionHead>();
  const indexes = new Map<FurnitureArea, StructureIndex>();
  const begun = new Set(
    tops.flatMap(({ flow, isFirst, pageIndex }) => (isFirst ? [`${pageIndex} ${flow.section ?? ''}`] : [])),
  );
  const inOrder = [...furniture].sort((a, b) => a.area.pageIndex - b.area.pageIndex);
  const ways = [
    inOrder.filter(({ area }) => !isFooter(area)).map((strip) => ({ ...strip, mayGoOn: false })),
    inOrder.filter(({ area }) => isFooter(area)).map((strip) => ({ ...strip, mayGoOn: true })),
    inOrder.filter(({ area }) => !isFooter(area)).map((strip) => ({ ...strip, mayGoOn: true })),
  ];
  for (const { area, tree, mayGoOn } of ways.flat()) {
    if (area.role === 'panel') continue;
    const found = headingsOf(tree.root).filter(
      ({ section }) =>
        known.has(section) && !heads.has(section) && (mayGoOn || begun.has(`${area.pageIndex} ${section}`)),
    );
    const read = found.filter(({ section }, at) => found.findIndex((one) => one.section === section) === at);
    if (read.length === 0) continue;
    const place = isFooter(area) ? null : { pageIndex: area.pageIndex, y: area.y };
    const indexed = read.map(({ section, box }) => {
      const index = indexStructure([box], { numbers, rankShift: 0, language: edition.language });
      heads.set(section, { place, children: index.children });
      return index;
    });
    const before = indexes.get(area);
    indexes.set(area, mergeIndexes(before === undefined ? indexed : [before, ...indexed]));
  }
  return { heads, indexes };
}

const isFooter = ({ role }: FurnitureArea): boolean => role === 'footer';

function headingsOf(box: Box): readonly { readonly section: string; readonly box: Box }[] {
  const id = box.element?.name === 'h1' ? (box.element.attributes['id'] ?? '') : '';
  if (id.startsWith(SECTION_ID)) return [{ section: id.slice(SECTION_ID.length), box }];
  return 'children' in box ? box.children.flatMap(headingsOf) : [];
}

function mergeIndexes(indexes: readonly StructureIndex[]): StructureIndex {
  return {
    children: indexes.flatMap(({ children }) => children),
    leafOf: new Map(indexes.flatMap(({ leafOf }) => [...leafOf])),
    leafOfImage: new Map(indexes.flatMap(({ leafOfImage }) => [...leafOfImage])),
    linkOf: new Map(indexes.flatMap(({ linkOf }) => [...linkOf])),
    figureOf: new Map(indexes.flatMap(({ figureOf }) => [...figureOf])),
    anchors: new Map(),
  };
}
