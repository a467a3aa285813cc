/** Helpers that open a block. */
export const BLOCK_HELPERS: readonly string[] = ['if', 'unless', 'each', 'with'];

/** Helpers that give a value: `{{word "page"}}`, `{{#if (eq a b)}}`. */
export const INLINE_HELPERS: readonly string[] = ['eq', 'ne', 'and', 'or', 'not', 'word'];

/** How many values a helper takes; `and` and `or` take one or more. */
export const HELPER_VALUES: Readonly<Record<string, number>> = {
  if: 1,
  unless: 1,
  each: 1,
  with: 1,
  eq: 2,
  ne: 2,
  not: 1,
  word: 1,
};

/** Helpers of the engine's own, which it would call wherever their name stands, whatever fields there are. */
export const ENGINE_HELPERS: readonly string[] = ['log', 'lookup', 'helperMissing', 'blockHelperMissing'];
