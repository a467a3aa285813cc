import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of the template stages. */
export const TEMPLATE_CODES: readonly CatalogueEntry[] = [];
