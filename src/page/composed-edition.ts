import type { Page } from './page.ts';
import type { PageMap } from './page-map.ts';
import type { StructureTree } from './structure-tree.ts';

/** An entry of the outline: sections and stories. */
export type OutlineEntry = {
  readonly title: string;
  /** Name of the destination it leads to. */
  readonly destination: string;
  readonly language: string;
  readonly children: readonly OutlineEntry[];
};

/** A named destination: a page and a height on it (points from the top). */
export type Destination = { readonly name: string; readonly pageIndex: number; readonly y: number };

/** The one result that every writer reads. */
export type ComposedEdition = {
  readonly pages: readonly Page[];
  readonly structure: StructureTree;
  readonly pageMap: PageMap;
  readonly outline: readonly OutlineEntry[];
  readonly destinations: readonly Destination[];
};
