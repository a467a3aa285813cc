/** Helpers that open a block. */
export const BLOCK_HELPERS: readonly string[] = ['if', 'unless', 'each', 'with'];

/** Helpers that give a value: `{{word "page"}}`, `{{#if (eq a b)}}`. */
export const INLINE_HELPERS: readonly string[] = ['eq', 'ne', 'and', 'or', 'not', 'word'];
