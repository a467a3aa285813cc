/**
 * A text as a quoted YAML scalar on one line, in the plainest quotes that hold it.
 *
 * @example
 * quoteScalar('See RW #895') // "'See RW #895'"
 * quoteScalar("It's on") // '"It\'s on"'
 */
export function quoteScalar(text: string): string {
  const needsEscapes =
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(
      text,
    );
  if (needsEscapes) return `"${escapeDouble(text)}"`;
  if (!text.includes("'")) return `'${text}'`;
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

function escapeDouble(text: string): string {
  let escaped = '';
  for (let index = 0; index < text.length; index++) escaped += escapeUnit(text.charAt(index));
  return escaped;
}

function escapeUnit(unit: string): string {
  if (unit === '"' || unit === '\\') return `\\${unit}`;
  if (unit === '\n') return '\\n';
  if (unit === '\t') return '\\t';
  const code = unit.charCodeAt(0);
  const isPlain =
    code >= 0x20 && !(code >= 0x7f && code <= 0x9f) && code !== 0x2028 && code !== 0x2029 && code !== 0xfeff;
  return isPlain ? unit : `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
