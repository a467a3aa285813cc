/** What stands in braces after a span or a picture. A key without a value has the value `true`. */
export type AttributeBlock = {
  readonly values: Readonly<Record<string, string>>;
  /** Offset behind the closing brace. */
  readonly end: number;
};

const PAIR = /\s*([A-Za-z][A-Za-z-]*)(?:=(?:"((?:[^"\\]|\\.)*)"|([^\s"{}]+)))?/y;
const CLOSE = /\s*\}/y;

/**
 * Reads `{credit="Ana Example" decorative}` at an offset; null when no such block stands there.
 *
 * @example
 * parseAttributes('{lang=fr}', 0) // { values: { lang: 'fr' }, end: 9 }
 */
export function parseAttributes(text: string, offset: number): AttributeBlock | null {
  if (text[offset] !== '{') return null;
  const values: Record<string, string> = {};
  let position = offset + 1;
  for (;;) {
    CLOSE.lastIndex = position;
    if (CLOSE.test(text)) return { values, end: CLOSE.lastIndex };
    PAIR.lastIndex = position;
    const pair = PAIR.exec(text);
    if (pair === null || pair[1] === undefined) return null;
    values[pair[1].toLowerCase()] = pair[2]?.replace(/\\(.)/g, '$1') ?? pair[3] ?? 'true';
    position = PAIR.lastIndex;
  }
}
