import type { Span } from '../core/origin.ts';

/** Plain data of a manifest. Every scalar is its source text, as typed; a key without a value is null. */
export type PlainValue = string | null | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** A way into plain data: keys and indices from the root. Empty is the root. */
export type ValuePath = readonly (string | number)[];

/** Parsed YAML or JSON with the place of everything in it. */
export type YamlDocument = {
  readonly value: PlainValue;
  /** Place of the value at a path; null where there is none. */
  readonly spanOf: (path: ValuePath) => Span | null;
  /** Place of the key that leads to a path; null for list entries and where there is none. */
  readonly keySpanOf: (path: ValuePath) => Span | null;
};

/** A path as printed and as a key of maps: `masthead.contact.1`. */
export function formatPath(path: ValuePath): string {
  return path.join('.');
}
