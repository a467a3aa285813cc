import { sha1, toHex } from './sha1.ts';

/** A file name of several slugs must stay under the 255 bytes that file systems take. */
const MOST_LETTERS = 60;

/**
 * A text as small letters, digits and hyphens, for file names and addresses. Accents fall away; what has no such
 * letter at all becomes `slug-` and eight digits of its SHA-1, so that it is never empty.
 *
 * @example
 * slugOf('La Mañana') // 'la-manana'
 * slugOf('新闻') // 'slug-9d9a6cd2'
 */
export function slugOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_LETTERS)
    .replace(/^-|-$/g, '');
  return plain === ''
    ? `slug-${toHex(sha1(new TextEncoder().encode(text.normalize('NFC')))).slice(0, 8)}`
    : plain;
}

/** What two names are compared by where a file system may take them for one: composed, without case. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC');
}

/** The parts of an output's name. */
export type StemParts = {
  readonly slug: string;
  readonly number: string | null;
  readonly numberDigits: number;
  /** ISO date or interval. */
  readonly date: string;
  readonly edition: string | null;
  readonly language: string;
  readonly variant: string | null;
  /** Theme and format that the command line asked for. */
  readonly layout: readonly string[];
};

/**
 * The outputs' name without ending: `rw-0898-1997-03-16-en-specimen`. A number of digits alone is padded; an interval's
 * slash becomes `--`.
 */
export function fileStemOf(parts: StemParts): string {
  const { number, numberDigits } = parts;
  const padded =
    number === null
      ? null
      : /^\d+$/.test(number) && number.length <= MOST_LETTERS
        ? number.padStart(numberDigits, '0')
        : slugOf(number);
  const optional = (text: string | null): string | null => (text === null ? null : slugOf(text));
  return [
    parts.slug,
    padded,
    parts.date.replace('/', '--'),
    optional(parts.edition),
    parts.language.toLowerCase(),
    optional(parts.variant),
    ...parts.layout.map(slugOf),
  ]
    .filter((part) => part !== null)
    .join('-');
}
