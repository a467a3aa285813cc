import { z } from 'zod';

/**
 * What a value of a manifest must look like, and the type it has afterwards.
 * Built only by the functions of this file: zod is behind this door.
 */
export type Shape<T> = z.ZodType<T>;

/** JSON Schema that stands for a shape where zod's own translation says too little or too much. */
export const JSON_FORMS: WeakMap<z.core.$ZodType, Readonly<Record<string, unknown>>> = new WeakMap();

/** YAML's own readers make numbers and booleans of what galley reads as text, so editors must allow them. */
const ANY_SCALAR: readonly string[] = ['string', 'number', 'boolean'];

/** Any text. `wanted` completes "wants …" in messages and describes the key in editors. */
export function text(wanted: string): Shape<string> {
  return remember(z.string({ error: wanted }).describe(wanted), { type: ANY_SCALAR, description: wanted });
}

/** A text of one form. */
export function pattern(form: RegExp, wanted: string): Shape<string> {
  const shape = z.string({ error: wanted }).regex(form, { error: wanted }).describe(wanted);
  return remember(shape, { type: ANY_SCALAR, pattern: form.source, description: wanted });
}

/** One of a few words. */
export function choice<const T extends string>(words: readonly T[], description: string): Shape<T> {
  return remember(z.enum(words).describe(description), { enum: words, description });
}

/** Yes or no. */
export function flag(description: string): Shape<boolean> {
  const words = z.enum(['true', 'false', 'yes', 'no']).describe(description);
  remember(words, { type: 'boolean', description });
  return words.transform((word) => word === 'true' || word === 'yes');
}

/** A list of like values, in the author's order. */
export function list<T>(item: Shape<T>, wanted: string): Shape<readonly T[]> {
  return z.array(item, { error: wanted }).readonly().describe(wanted);
}

/** A map of names of the author's own choosing. */
export function mapOf<T>(value: Shape<T>, wanted: string): Shape<Readonly<Record<string, T>>> {
  return z.record(z.string(), value, { error: wanted }).readonly().describe(wanted);
}

/** A map of fixed keys. Every key stands in the result; see {@link optional}. */
export function fields<T extends object>(
  shapes: { readonly [K in keyof T]: Shape<T[K]> },
  wanted: string,
): Shape<T> {
  const names = Object.keys(shapes);
  const shape = z.strictObject(shapes, {
    // For an unknown key the message carries the known ones: checkSchema finds the nearest among them.
    error: (issue) => (issue.code === 'unrecognized_keys' ? names.join(' ') : wanted),
  });
  // The mapped type says of `shapes` exactly what zod infers from it; TypeScript cannot follow it through the generic.
  return shape.describe(wanted) as unknown as Shape<T>;
}

/** Either of two shapes; `wanted` names both. */
export function either<A, B>(first: Shape<A>, second: Shape<B>, wanted: string): Shape<A | B> {
  return z.union([first, second], { error: wanted }).describe(wanted);
}

/** May be left out, or left empty: null then. */
export function optional<T>(shape: Shape<T>): Shape<T | null> {
  return shape.nullable().default(null);
}

/** A text, or one text per language. */
export type LocalizedText = string | Readonly<Record<string, string>>;

/** Printed text: one for all languages, or `{ en: …, es: … }`. */
export function localizedText(wanted: string): Shape<LocalizedText> {
  const both = `${wanted} (a text, or one for each language: { en: …, es: … })`;
  const scalar = { type: ANY_SCALAR };
  const form = { anyOf: [scalar, { type: 'object', additionalProperties: scalar }], description: both };
  return remember(either(text(both), mapOf(text('a text'), both), both), form);
}

function remember<S extends z.core.$ZodType>(shape: S, form: Readonly<Record<string, unknown>>): S {
  JSON_FORMS.set(shape, form);
  return shape;
}
