import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of the proof stages. */
export const PROOF_CODES: readonly CatalogueEntry[] = [];
