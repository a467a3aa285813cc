/**
 * A pattern with its `{words}` filled in; a word without a value stays as it is.
 *
 * @example
 * fillPattern('No. {number}', { number: '7' }) // 'No. 7'
 */
export function fillPattern(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}

/** The words in braces of a pattern, in order. `{ }` and the like count: they are slips. */
export function placeholdersOf(pattern: string): readonly string[] {
  return Array.from(pattern.matchAll(/\{([^{}]*)\}/g), (found) => found[1] ?? '');
}
