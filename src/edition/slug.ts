import { sha1, toHex } from './sha1.ts';

/** A file name of several slugs must stay under the 255 bytes that file systems take. */
const MOST_LETTERS = 60;

const CYRILLIC =
  'а a,б b,в v,г g,ґ g,д d,ђ dj,е e,є ie,ж zh,з z,и i,і i,ј j,к k,л l,љ lj,м m,н n,њ nj,о o,п p,р r,с s,т t,ћ c,у u,' +
  'ф f,х kh,ц ts,ч ch,џ dz,ш sh,щ shch,ъ ,ы y,ь ,э e,ю iu,я ia';

const GREEK =
  'α a,β v,γ g,δ d,ε e,ζ z,η i,θ th,ι i,κ k,λ l,μ m,ν n,ξ x,ο o,π p,ρ r,σ s,ς s,τ t,υ y,φ f,χ ch,ψ ps,ω o';

const LATIN = 'ı i,ł l,ø o,đ d,ð d,þ th,ß ss,æ ae,œ oe,ħ h';

/** What letters are written as that are no Latin ones, or none with an accent: as passports have them, about. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  [LATIN, GREEK, CYRILLIC]
    .join(',')
    .split(',')
    .map((line) => {
      const [letter = '', latin = ''] = line.split(' ');
      return [letter, latin] as const;
    }),
);

/**
 * A text as small letters, digits and hyphens, for file names and addresses. Accents fall away, Greek and
 * Cyrillic letters are written in Latin ones; what has no such letter at all becomes `slug-` and eight digits of its SHA-1, so that it is never empty.
 *
 * @example
 * slugOf('La Mañana') // 'la-manana'
 * slugOf('Νέα') // 'nea'
 * slugOf('新闻') // 'slug-9d9a6cd2'
 */
export function slugOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .toLowerCase()
    .replaceAll('ου', 'ou')
    .replace(/[^a-z0-9]/g, (letter) => LETTERS.get(letter) ?? letter)
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
