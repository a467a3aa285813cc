import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of the text stages. */
export const TEXT_CODES: readonly CatalogueEntry[] = [];
