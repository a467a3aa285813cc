import type { Span, TextSource } from '../core/origin.ts';
import type { ComputedStyle } from './computed-style.ts';

/** An element with its computed style. */
export type StyledElement = {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly style: ComputedStyle;
  /** BCP 47, inherited from the nearest `lang`. */
  readonly language: string;
  readonly children: readonly StyledNode[];
  readonly at: Span | null;
};

/** Text takes the style of its parent. */
export type StyledText = {
  readonly kind: 'text';
  readonly text: string;
  readonly source: TextSource | null;
  readonly at: Span | null;
};

/** A node with style. Elements of `display: none` are left out. */
export type StyledNode = StyledElement | StyledText;

/** A styled document or fragment. */
export type StyledTree = { readonly kind: 'styled'; readonly root: StyledElement };
