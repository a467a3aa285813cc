import type { PlainValue } from './yaml-document.ts';
import { quoteScalar } from './quote-scalar.ts';
import { findTraps } from './find-traps.ts';

/**
 * Plain data as YAML that {@link parseYaml} reads as the same data: block style, two spaces a level, quotes only
 * where they are needed. An empty list or map at the end of a key is written `[]` or `{}`.
 *
 * @param options.comment lines of a comment over everything
 * @example
 * stringifyYaml({ number: '007', name: { en: 'See RW #895' } }) // "number: 007\nname:\n  en: 'See RW #895'\n"
 */
export function stringifyYaml(value: PlainValue, options: { readonly comment?: string } = {}): string {
  const comment = options.comment === undefined ? '' : options.comment.split('\n').map(commentLine).join('');
  if (typeof value === 'object' && value !== null && !isEmpty(value))
    return comment + writeLines(value, '').join('\n') + '\n';
  return `${comment}${writeInline(value)}\n`;
}

function commentLine(line: string): string {
  return line === '' ? '#\n' : `# ${line}\n`;
}

function isEmpty(value: PlainValue): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function writeLines(value: PlainValue, indent: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => writeEntry(item, indent));
  if (typeof value !== 'object' || value === null) return [indent + writeInline(value)];
  return Object.entries(value).flatMap(([key, inner]) => writePair(key, inner, indent));
}

function writePair(key: string, value: PlainValue, indent: string): string[] {
  const name = /^[\p{L}_][\p{L}\p{N}_-]*$|^[0-9]+(?:-[0-9]+)?$/u.test(key) ? key : quoteScalar(key);
  if (value === null) return [`${indent}${name}:`];
  if (typeof value === 'string' || isEmpty(value)) return [`${indent}${name}: ${writeInline(value)}`];
  return [`${indent}${name}:`, ...writeLines(value, `${indent}  `)];
}

function writeEntry(value: PlainValue, indent: string): string[] {
  if (value === null) return [`${indent}-`];
  if (typeof value === 'string' || isEmpty(value)) return [`${indent}- ${writeInline(value)}`];
  const [first, ...rest] = writeLines(value, `${indent}  `);
  return [`${indent}- ${(first ?? '').slice(indent.length + 2)}`, ...rest];
}

function writeInline(value: PlainValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return Array.isArray(value) ? '[]' : '{}';
  return isSafePlain(value) ? value : quoteScalar(value);
}

/** Whether the text may stand without quotes, by the same scan that reads it; other readers' null and comments too. */
function isSafePlain(text: string): boolean {
  if (!/^[\p{L}\p{N}$+(.“‘«¿¡/_—–-][^\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]*$/u.test(text))
    return false;
  if (text !== text.trim() || /[\ud800-\udfff]/.test(text) || /^(?:---|\.\.\.|null$|Null$|NULL$)/.test(text))
    return false;
  return !/[ \t]#|:[ \t]|:$/.test(text) && findTraps(`k: ${text}\n`).traps.length === 0;
}
