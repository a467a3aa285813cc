import type { Locale } from '../../manifest/locale.ts';

/** Opening and closing mark. */
export type QuotePair = readonly [string, string];

/**
 * How a dash stands between words: `closed` up on both sides (en), `hugging` the inserted words as the Spanish
 * raya does, or `spaced` on both sides.
 */
export type DashSpacing = 'closed' | 'hugging' | 'spaced';

/** How typed text becomes set text in one language. */
export type TypographyRules = {
  readonly outer: QuotePair;
  readonly inner: QuotePair;
  readonly dash: string;
  readonly dashSpacing: DashSpacing;
  /** The mark that opens a paragraph inside a quotation that goes on from the one before. */
  readonly continuation: string;
  /** Words that begin with an apostrophe: `'tis`. Lower case, without it. */
  readonly elisions: readonly string[];
  /** Marks, and the space that stands before each of them. */
  readonly spaceBefore: Readonly<Record<string, string>>;
  /** Words of one letter that end no line, small letters; most languages have none. */
  readonly tiedWords?: string;
};

/** Lexique des règles typographiques de l'Imprimerie nationale: a full space before the colon, thin before the others. */
const FRENCH_SPACES: TypographyRules['spaceBefore'] = { ';!?': '\u202F', ':': '\u00A0' };

/**
 * Real Academia Española, Ortografía (2010): rayas hug the inserted words; a quotation that runs over
 * paragraphs repeats the closing comillas at the head of each.
 */
const SPANISH: TypographyRules = {
  outer: ['«', '»'],
  inner: ['“', '”'],
  dash: '—',
  dashSpacing: 'hugging',
  continuation: '»',
  elisions: [],
  spaceBefore: {},
};

/** Polish marks; prepositions and conjunctions of one letter stay with the next word (sierotki). */
const POLISH: TypographyRules = {
  outer: ['„', '”'],
  inner: ['«', '»'],
  dash: '–',
  dashSpacing: 'spaced',
  continuation: '„',
  elisions: [],
  spaceBefore: {},
  tiedWords: 'aiouwz',
};

/** ČSN 01 6910: prepositions of one letter and the conjunctions a, i are not left at the end of a line. */
const CZECH: TypographyRules = {
  ...POLISH,
  outer: ['„', '“'],
  inner: ['‚', '‘'],
  tiedWords: 'aikosuvz',
};

/** Taalunie and Genootschap Onze Taal: "'s avonds", "'t", "'n" have an apostrophe, never an opening mark. */
const DUTCH: TypographyRules = {
  outer: ['“', '”'],
  inner: ['‘', '’'],
  dash: '–',
  dashSpacing: 'spaced',
  continuation: '“',
  elisions: ['s', 't', 'n', 'k', 'm', 'r', 'ns'],
  spaceBefore: {},
};

/** Marks for a story whose language has no locale of its own in the edition, and what no locale says. */
const LANGUAGES: Readonly<Record<string, TypographyRules>> = {
  en: {
    outer: ['“', '”'],
    inner: ['‘', '’'],
    dash: '—',
    dashSpacing: 'closed',
    continuation: '“',
    spaceBefore: {},
    elisions: 'bout cause em n neath round til tis tisn twas twasn tween twere twill twould'.split(' '),
  },
  es: SPANISH,
  de: {
    outer: ['„', '“'],
    inner: ['‚', '‘'],
    dash: '–',
    dashSpacing: 'spaced',
    continuation: '„',
    elisions: ['n', 'ne', 's', 'nem', 'nen'],
    spaceBefore: {},
  },
  fr: {
    outer: ['«\u202F', '\u202F»'],
    inner: ['“', '”'],
    dash: '–',
    dashSpacing: 'spaced',
    continuation: '«\u202F',
    elisions: [],
    spaceBefore: FRENCH_SPACES,
  },
  it: {
    outer: ['«', '»'],
    inner: ['“', '”'],
    dash: '–',
    dashSpacing: 'spaced',
    continuation: '«',
    elisions: ['sto', 'sta', 'sti', 'ste', 'ndrangheta'],
    spaceBefore: {},
  },
  pt: {
    outer: ['“', '”'],
    inner: ['‘', '’'],
    dash: '–',
    dashSpacing: 'spaced',
    continuation: '“',
    elisions: [],
    spaceBefore: {},
  },
  // Catalan marks and dashes stand as in Spanish (Institut d'Estudis Catalans, Ortografia catalana, 2017).
  ca: SPANISH,
  // Interinstitutional style guide of the European Union, Greek, on marks and on paragraphs that go on.
  el: {
    outer: ['«', '»'],
    inner: ['“', '”'],
    dash: '–',
    dashSpacing: 'spaced',
    continuation: '»',
    elisions: [],
    spaceBefore: {},
  },
  pl: POLISH,
  cs: CZECH,
  sk: CZECH,
  nl: DUTCH,
  // Afrikaans has 'n in place of Dutch een.
  af: { ...DUTCH, elisions: ['n', 'k', 's', 't'] },
  // Ёлочки outside, лапки inside.
  ru: {
    outer: ['«', '»'],
    inner: ['„', '“'],
    dash: '—',
    dashSpacing: 'spaced',
    continuation: '«',
    elisions: [],
    spaceBefore: {},
  },
};

/** The rules for a text's language; quotation marks and dash are the locale's where it is the same language. */
export function typographyRules(language: string, locale: Locale): TypographyRules {
  const base = primaryLanguage(language);
  const table = LANGUAGES[base] ?? null;
  if (table !== null && primaryLanguage(locale.language) !== base) return table;
  const { outer, inner } = locale.quotes;
  const dash = locale.dash.trim();
  const spaced = dash !== locale.dash ? 'spaced' : 'closed';
  return {
    outer,
    inner,
    dash: dash === '' ? '—' : dash,
    dashSpacing: table?.dashSpacing === 'hugging' ? 'hugging' : spaced,
    // The closing mark is repeated only where the marks are angular.
    continuation: table?.continuation === outer[1] ? outer[1] : outer[0],
    elisions: table?.elisions ?? [],
    spaceBefore: table?.spaceBefore ?? {},
    tiedWords: table?.tiedWords ?? '',
  };
}

/** The first part of a language tag: `pt` of `pt-BR`. */
export function primaryLanguage(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? '';
}
