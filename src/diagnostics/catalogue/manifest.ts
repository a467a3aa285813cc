import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of the manifest stages. */
export const MANIFEST_CODES: readonly CatalogueEntry[] = [];
