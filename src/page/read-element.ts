/** Text as a reader of the saved file gets it. Never empty; soft hyphens of broken words are still in it. */
export type ReadText = { readonly kind: 'text'; readonly text: string };

/** An element of a saved file, in reading order: what the readers of PDF and EPUB both give. */
export type ReadElement = {
  readonly kind: 'element';
  /** As the file says it: `H2`, `Kicker`; in an EPUB the element's name. */
  readonly role: string;
  /** BCP 47 where the element states one; else null. */
  readonly language: string | null;
  readonly alt: string | null;
  /** What an abbreviation stands for. */
  readonly expansion: string | null;
  /** What a head of a table stands over or beside, where the file says so. */
  readonly scope: 'column' | 'row' | null;
  readonly children: readonly ReadNode[];
};

/** A node of a saved file. */
export type ReadNode = ReadElement | ReadText;
