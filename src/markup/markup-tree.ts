import type { Span, TextSource } from '../core/origin.ts';

/** An element of HTML or of the make-up vocabulary (`ed-…`). Names are lower case. */
export type MarkupElement = {
  readonly kind: 'element';
  readonly name: string;
  /** In the order of the source; an attribute without a value is the empty string. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkupNode[];
  /** Place of the start tag, in the article or in the template; null for what the program made. */
  readonly at: Span | null;
};

/** A stretch of text. Never empty. */
export type MarkupText = {
  readonly kind: 'text';
  readonly text: string;
  /** The words' ids; null for generated text (furniture, labels that the locale gives). */
  readonly source: TextSource | null;
  readonly at: Span | null;
};

/** A node of markup. Comments and processing instructions do not exist here. */
export type MarkupNode = MarkupElement | MarkupText;

/** A whole document or fragment, in document order. */
export type MarkupTree = { readonly kind: 'tree'; readonly children: readonly MarkupNode[] };
