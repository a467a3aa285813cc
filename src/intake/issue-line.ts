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

const NUMBER = /(?:#|\b(?:issue|whole|edición|ejemplar)?\s*(?:no\.|nos\.|nr\.|n[.]?[º°]|núm\.|número|number|issue)(?=\s|\d))\s*(\p{N}+[a-z]?(?:[-–/]\p{N}+)?)(?![\p{L}\p{N}])/iu;
const VOLUME = /\b(?:vol\.|volume|volumen|tomo|año)\s*([\p{N}]+|[ivxlc]+)(?![\p{L}\p{N}])/iu;

/** A paper's name is shorter than this; a longer line is a sentence. */
const MAX_NAME = 60;

/**
 * Reads a line such as "Harbour Worker #12, May 4, 2025"; null for any other line. At least two of name, number and
 * date stand in it, and besides them only punctuation.
 */
export function readIssueLine(line: string, language: string): IssueLine | null {
  if (line.length > 160) return null;
  const number = findNumber(line, 'number', NUMBER);
  const volume = findNumber(line, 'volume', VOLUME);
  // The number must not be read as a day: "#12 May 2025".
  const masked = [number, volume].reduce((text, part) => (part === null ? text : mask(text, part.whole)), line);
  const date = findTypedDate(masked, language);
  const found = [number?.part, volume?.part, date === null ? null : { key: 'date', ...date }].filter(
    (part): part is Found => part !== null && part !== undefined,
  );
  const starts = [number?.whole.start, volume?.whole.start, date?.start].filter((start) => start !== undefined);
  if (starts.length === 0) return null;
  const name = line.slice(0, Math.min(...starts)).replace(/[\s,;:|·•(–—-]+$/u, '');
  const parts: readonly Found[] = name === '' ? found : [...found, { key: 'name', start: 0, end: name.length, text: name }];
  const rest = parts.reduce((text, part) => mask(text, part), [number, volume].reduce((text, part) => (part === null ? text : mask(text, part.whole)), line));
  const hasNumber = number !== null || volume !== null;
  if (/[\p{L}\p{N}]/u.test(rest) || !isName(name) || (name === '' && !hasNumber)) return null;
  if (!hasNumber && (date === null || /^\d+$/.test(date.text))) return null;
  return {
    name: name === '' ? null : name,
    number: number?.part.text ?? null,
    volume: volume?.part.text ?? null,
    date,
    pattern: buildPattern(line, parts),
  };
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
  return name === '' || (name.length <= MAX_NAME && /^[\p{Lu}\p{N}"“«¡¿]/u.test(name) && !/[.!?;:]\s/.test(name));
}

function mask(text: string, part: { readonly start: number; readonly end: number }): string {
  return text.slice(0, part.start) + ','.repeat(part.end - part.start) + text.slice(part.end);
}

function buildPattern(line: string, parts: readonly Found[]): string {
  return [...parts]
    .sort((a, b) => b.start - a.start)
    .reduce((text, part) => `${text.slice(0, part.start)}{${part.key}}${text.slice(part.end)}`, line);
}
