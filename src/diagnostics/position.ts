/** A place as editors count it: both from 1; columns in characters, not in UTF-16 units. */
export type Position = { readonly line: number; readonly column: number };

/**
 * Line and column of an offset.
 *
 * @param offset UTF-16 offset; beyond the end of the text it counts as the end
 * @example
 * positionOf('number: 7\ndate: x', 12) // { line: 2, column: 3 }
 */
export function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, Math.max(0, offset));
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) line++;
  return { line, column: Array.from(before.slice(lineStart)).length + 1 };
}
