import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of the content stages. */
export const CONTENT_CODES: readonly CatalogueEntry[] = [];
