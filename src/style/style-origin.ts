import type { Span } from '../core/origin.ts';
import type { ComputedStyle } from './computed-style.ts';
import type { LonghandName, LonghandValues } from './property/longhand-values.ts';

/** Where the values of an element's style come from, and those of the elements round it. */
export type StyleOrigin = {
  readonly values: Readonly<LonghandValues>;
  /** The place of the declaration that won, of each property that the element's own rules set. */
  readonly declared: ReadonlyMap<LonghandName, Span>;
  /** Null for the root. */
  readonly parent: StyleOrigin | null;
};

// Beside the styles, not in them: boxes are shared by the values of their styles, wherever those were written.
const origins = new WeakMap<ComputedStyle, StyleOrigin>();

/** Keeps where a style comes from. */
export function keepOrigin(style: ComputedStyle, origin: StyleOrigin): void {
  origins.set(style, origin);
}

/** Where a rule of a theme or a paper sets the property of an element itself; else null. */
export function originOf(style: ComputedStyle, name: LonghandName): Span | null {
  return origins.get(style)?.declared.get(name) ?? null;
}

/** A declaration that moves text, and by how much: points. */
export type Move = { readonly name: LonghandName; readonly span: Span; readonly by: number };

const ACROSS: readonly LonghandName[] = [
  'margin-left',
  'margin-right',
  'padding-left',
  'padding-right',
  'text-indent',
  'letter-spacing',
  'word-spacing',
];
const DOWN: readonly LonghandName[] = [
  'margin-top',
  'margin-bottom',
  'padding-top',
  'padding-bottom',
  'vertical-align',
];

/** The declaration that moves the text of an element furthest, of its own rules and those of the elements round it; null where none does. */
export function furthestMove(style: ComputedStyle, direction: 'across' | 'down'): Move | null {
  let furthest: Move | null = null;
  for (let one = origins.get(style) ?? null; one !== null; one = one.parent) {
    for (const name of direction === 'across' ? ACROSS : DOWN) {
      const span = one.declared.get(name);
      const value = one.values[name];
      if (span === undefined || typeof value !== 'number') continue;
      const by = Math.abs(value);
      if (by > (furthest?.by ?? 0)) furthest = { name, span, by };
    }
  }
  return furthest;
}
