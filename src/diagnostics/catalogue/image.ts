import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of the image stages. */
export const IMAGE_CODES: readonly CatalogueEntry[] = [];
