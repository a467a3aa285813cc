import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of the layout stages. */
export const LAYOUT_CODES: readonly CatalogueEntry[] = [];
