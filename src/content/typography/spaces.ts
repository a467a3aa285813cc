import type { TextEdit } from './text-edit.ts';
import type { TypographyRules } from './typography-rules.ts';

const NO_BREAK = '\u00A0';
const SPACES = /[ \u00A0\u202F]*/.source;

/** Signs of measures and money, as whole words: what they count stays with them. */
const UNITS =
  '[kcm]?m[²³]?|km/h|ha|[kcm]?g|t|[cm]?l|s|min|h|[kMGT]?Wh?|[kM]?Hz|[kMGT]B|V|°C|°F|°|%|‰|€|\\$|£|USD|EUR|pt|ft|lb|oz|mph|[ксм]?м|км/ч|к?г|т|м?л|мин|ч|руб';
/** A number and its unit. Figures end at the space: "of 1,200 km". */
const NUMBER_AND_UNIT = new RegExp(`(?<=\\d)( )(?=(?:${UNITS})(?![\\p{L}\\p{N}]))`, 'gu');
/** What stands shortened before a number: "p. 12", "no. 7", "n.º 3". */
const SHORT_AND_NUMBER =
  /(?<=(?<!\p{L})(?:pp?\.|[Nn]os?\.|Nr\.|[Aa]rt\.|[Ff]igs?\.|[Vv]ols?\.|[Nn]\.?[ºo°]|[Nn]úms?\.|Abs\.|Bd\.|Kap\.|[Сс]тр\.|[Рр]ис\.|§|№))( )(?=\d)/gu;
/** What is counted by a number behind it, written out: "page 1", "No 7", "Seite 3"; a few words of each language. */
const NOUN_AND_NUMBER =
  /(?<=(?<!\p{L})(?:[Pp]ages?|[Nn]umbers?|[Cc]hapters?|[Vv]olumes?|Nos?|Seiten?|Nummern?|Kapitel|Band|[Cc]hapitres?|[Nn]uméros?|[Pp]áginas?|[Nn][úu]meros?|[Cc]ap[íi]tul?os?|[Pp]agin[ae]|[Nn]ummers?|[Ss]tran[ay]|[Сс]траницы?))( )(?=\d)/gu;
/** Initials: "J. Example", "J. K. Example", and abbreviations of one letter each: "z. B.". */
const INITIALS = /(?<=(?<![\p{L}\p{N}.’'])\p{Lu}\.|\p{Lu}\. ?\p{Lu}\.)( )(?=\p{Lu}[\p{Ll}.])/gu;
const LETTERS = /(?<=(?<![\p{L}\p{N}.’'])\p{L}\.)( )(?=\p{L}\.(?!\p{L}))/gu;

/** Titles and a name: "Mme Dubreuil", "Dr. Example". */
const TITLES =
  /(?<=(?<!\p{L})(?:Mmes?|Mlles?|Mgr|Drs?\.?|Mr\.?|Mrs\.?|Ms\.?|Prof\.|Sr[as]?\.|Sras\.|Srta\.|Sig\.(?:ra)?|Dott\.|Hr\.|Fr\.|St\.))( )(?=\p{Lu}\p{L})/gu;
/** A name and its number: "François Ier", "John XXIII", "Henry V". One I alone may be a word. */
const NAME_AND_NUMBER = /(?<=(?<!\p{L})\p{Lu}\p{Ll}+)( )(?=(?:[IVX]{2,}|[VX]|Ier)(?![\p{L}\p{N}]))/gu;
/** A formula goes on after its sign: "N = 2 · 3", "4 × 100". */
const BEFORE_OPERATOR = /(?<=[\p{L}\p{N})\]])( )(?=[=×·÷≈≠≤≥±+−] [\p{L}\p{N}([√])/gu;

/** Figures in groups of three: "1 200", "12 500 000", "-11 806". */
const GROUPS = /(?<=(?<![\p{L}\p{N}.,/-])[-−+]?\d{1,3}(?: \d{3})*)( )(?=\d{3}(?![\p{L}\p{N}/-]))/gu;

/** A sign of money and its amount: "€ 12", "CHF 40"; behind a figure it belongs to that. */
const MONEY =
  /(?<=(?<!\d[ \u00A0\u202F]?)(?<!\p{L})(?:[A-Z]{0,2}\$|[€£¥₣₤₽₹]|EUR|USD|GBP|CHF|DKK|NOK|SEK|PLN|CZK|kr\.?|Kčs?|zł|Fr\.|Rs\.?))( )(?=\d)/gu;

/** A telephone number in groups: "020 7946 0000", "+34 91 555 01 42", "(773) 555-0142". Nought, plus or a bracket begins it. */
const TELEPHONE =
  /(?<![\p{L}\p{N}.,/+-]|\d[ \u00A0])(?:\+\d{1,3}|0\d{1,5}|\(\+?\d{2,5}\))(?: (?:\(0?\d{0,5}\) ?)?\d{2,8}){1,6}(?:-\d{2,5})*(?![\p{L}\p{N}])/gu;
/** Fewer figures than these are no telephone number. */
const LEAST_FIGURES = 7;

const TIED = [
  GROUPS,
  NUMBER_AND_UNIT,
  SHORT_AND_NUMBER,
  NOUN_AND_NUMBER,
  INITIALS,
  LETTERS,
  TITLES,
  NAME_AND_NUMBER,
  BEFORE_OPERATOR,
  MONEY,
];

/**
 * Finds the spaces that do not break: within a number, between it and its unit, after initials and titles, between a name and its
 * number, between what is counted and the number behind it, behind words of one letter where a language wants it, between a sign of money and its amount, in telephone numbers, before a sign
 * of reckoning, and before the marks that a language sets apart. Where a space
 * was typed it becomes another one; only before such marks one is put in.
 */
export function findSpaceEdits(text: string, rules: TypographyRules): readonly TextEdit[] {
  const tied = TIED.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index }) => ({ start: index, end: index + 1, replacement: NO_BREAK })),
  );
  return [
    ...tied,
    ...inTelephones(text),
    ...behindLetters(text, rules.tiedWords ?? ''),
    ...(rules.outer[0].length > 1 ? insideAngular(text, rules) : []),
    ...Object.entries(rules.spaceBefore).flatMap(([marks, space]) => apart(text, marks, space)),
  ];
}

/** The spaces behind words of one letter, of which another one may follow: "a w domu". */
function behindLetters(text: string, letters: string): readonly TextEdit[] {
  if (letters === '') return [];
  const pattern = new RegExp(
    `(?<=(?<![\\p{L}\\p{N}.’'-])[${letters}${letters.toUpperCase()}])( )(?=[\\p{L}\\p{N}„“«‚"'(])`,
    'gu',
  );
  return [...text.matchAll(pattern)].map(({ index }) => ({
    start: index,
    end: index + 1,
    replacement: NO_BREAK,
  }));
}

/** The spaces between the groups of telephone numbers. */
function inTelephones(text: string): readonly TextEdit[] {
  const numbers = [...text.matchAll(TELEPHONE)].filter(
    ({ 0: number }) => number.replace(/\D/g, '').length >= LEAST_FIGURES,
  );
  return numbers.flatMap(({ 0: number, index }) =>
    [...number.matchAll(/ /g)].map((space) => {
      const start = index + space.index;
      return { start, end: start + 1, replacement: NO_BREAK };
    }),
  );
}

/**
 * A space before each of some marks, when a word or a closing sign stands before and none after: not in addresses and
 * times of day.
 */
function apart(text: string, marks: string, space: string): readonly TextEdit[] {
  const pattern = new RegExp(
    `(?<=[\\p{L}\\p{N}»”’"')\\]%…])(${SPACES})(?=[${marks}]+(?:[\\s»”’"')\\]]|$))`,
    'gu',
  );
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    replacement: space,
  }));
}

/** Quotation marks that were typed as they are printed get the spaces of the language inside them. */
function insideAngular(text: string, { outer }: TypographyRules): readonly TextEdit[] {
  return [...text.matchAll(new RegExp(`«${SPACES}|${SPACES}»`, 'gu'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    replacement: match[0].startsWith('«') ? outer[0] : outer[1],
  }));
}
