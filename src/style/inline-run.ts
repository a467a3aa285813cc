import type { AskedRole } from './property/asked-roles.ts';
import type { Span, TextSource } from '../core/origin.ts';
import type { ComputedStyle } from './computed-style.ts';

/** An inline element that text stands in; identity is the object. Matters to tags and links, not to layout. */
export type InlineElement = {
  readonly name: string;
  readonly language: string;
  /** Of an `a`; else null. */
  readonly href: string | null;
  /** What links of the same story name it by; else null. */
  readonly id: string | null;
  /** What an `abbr` stands for; else null. */
  readonly expansion: string | null;
  readonly className: string;
  readonly role: AskedRole | null;
  readonly parent: InlineElement | null;
};

/**
 * A stretch of a paragraph's text in one style: what boxes hand to shaping.
 * White space is settled already: no run of spaces, none at the paragraph's ends; a forced break is U+2028.
 */
export type InlineRun = {
  readonly text: string;
  readonly style: ComputedStyle;
  readonly language: string;
  /** Ids of the words: unit `i` of `text` is unit `source.offset + i` of the node; null is generated. */
  readonly source: TextSource | null;
  /** Innermost inline element, or null directly in the block. */
  readonly element: InlineElement | null;
  readonly at: Span | null;
};
