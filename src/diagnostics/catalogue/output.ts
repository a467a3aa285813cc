import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of the output stages. */
export const OUTPUT_CODES: readonly CatalogueEntry[] = [];
