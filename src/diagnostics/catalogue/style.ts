import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of the style stages. */
export const STYLE_CODES: readonly CatalogueEntry[] = [];
