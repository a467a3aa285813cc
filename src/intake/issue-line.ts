import { findTypedDate, type TypedDate } from './typed-date.ts';

/** The line with paper, number and date, taken apart. */
export type IssueLine = {
  /** Null when the line begins with the number or the date. */
  readonly name: string | null;
  readonly number: string | null;
  readonly volume: string | null;
  readonly date: TypedDate | null;
  /** The line with its parts as `{name}`, `{number}`, `{volume}`, `{date}`. */
  readonly pattern: string;
};

type Found = { readonly key: string; readonly start: number; readonly end: number; readonly text: string };

const NUMBER =
  /(?:#|\b(?:issue|whole|edición|ejemplar)?\s*(?:no\.|nos\.|nr\.|n[.]?[º°]|núm\.|número|number|issue)(?=\s|\d))\s*(\d{1,3}(?:,\d{3})+(?!,?\d)|\p{N}+[a-z]?(?:[-–/]\p{N}+)?)(?![\p{L}\p{N}])/iu;
const VOLUME = /\b(?:vol\.|volume|volumen|tomo|año)\s*([\p{N}]+|[ivxlc]+)(?![\p{L}\p{N}])/iu;

/** Characters of a paper's name and of the whole line; what is longer is a sentence. */
const MAX_NAME = 60;
const MAX_LINE = 160;

/**
 * Reads a line such as "Harbour Worker #12, May 4, 2025"; null for any other line. At least two of name, number and
 * date stand in it, and besides them only punctuation.
 */
export function readIssueLine(line: string, language: string): IssueLine | null {
  if (line.length > MAX_LINE) return null;
  const numbers = [findNumber(line, 'number', NUMBER), findNumber(line, 'volume', VOLUME)].filter(
    (part) => part !== null,
  );
  // The number must not be read as a day: "#12 May 2025".
  const masked = numbers.reduce((text, { whole }) => mask(text, whole), line);
  const date = findTypedDate(masked, language);
  const found = [...numbers.map(({ part }) => part), ...(date === null ? [] : [{ key: 'date', ...date }])];
  if (found.length === 0) return null;
  const first = Math.min(...numbers.map(({ whole }) => whole.start), date?.start ?? line.length);
  const name = line.slice(0, first).replace(/[\s,;:|·•(–—-]+$/u, '');
  const parts = name === '' ? found : [...found, { key: 'name', start: 0, end: name.length, text: name }];
  const rest = parts.reduce(mask, masked);
  if (/[\p{L}\p{N}]/u.test(rest) || !isName(name)) return null;
  if (
    numbers.length === 0 &&
    (name === '' || date === null || !isApart(line.slice(name.length, date.start), date.text))
  ) {
    return null;
  }
  const textOf = (key: string): string | null => parts.find((part) => part.key === key)?.text ?? null;
  const pattern = buildPattern(line, parts);
  return { name: textOf('name'), number: textOf('number'), volume: textOf('volume'), date, pattern };
}

/** Without a number, only punctuation between name and date tells the line from a sentence; a bare year never does. */
function isApart(between: string, date: string): boolean {
  return /[,;:|·•(–—-]/.test(between) && !/^\d+$/.test(date);
}

type NumberFound = { readonly part: Found; readonly whole: { readonly start: number; readonly end: number } };

function findNumber(line: string, key: string, pattern: RegExp): NumberFound | null {
  const match = pattern.exec(line);
  const text = match?.[1];
  if (match === null || text === undefined) return null;
  const end = match.index + match[0].length;
  return { part: { key, start: end - text.length, end, text }, whole: { start: match.index, end } };
}

function isName(name: string): boolean {
  return (
    name === '' || (name.length <= MAX_NAME && /^[\p{Lu}\p{N}"“«¡¿]/u.test(name) && !/[.!?;:]\s/.test(name))
  );
}

function mask(text: string, part: { readonly start: number; readonly end: number }): string {
  return text.slice(0, part.start) + ','.repeat(part.end - part.start) + text.slice(part.end);
}

function buildPattern(line: string, parts: readonly Found[]): string {
  return [...parts]
    .sort((a, b) => b.start - a.start)
    .reduce((text, part) => `${text.slice(0, part.start)}{${part.key}}${text.slice(part.end)}`, line);
}
