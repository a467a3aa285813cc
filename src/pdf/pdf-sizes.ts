/** Bytes that a page of a file for the screen may take beside its pictures: what readers on a slow line wait for. */
export const PAGE_BUDGET = 25_000;

/** What one page takes, in bytes as they stand in the file. */
export type PageSize = {
  readonly label: string;
  /** Text and rules. */
  readonly content: number;
  /** Pictures on it; one that stands on several pages is counted on each. */
  readonly pictures: number;
};

/** What a file's bytes are spent on. */
export type PdfSizes = {
  readonly pages: readonly PageSize[];
  /** All pictures, each once. */
  readonly pictures: number;
  readonly fonts: number;
  /** The whole file: the rest is structure, links, metadata and attached files. */
  readonly total: number;
};
