import type { Span } from '../core/origin.ts';
import type { Context } from '../diagnostics/context.ts';
import { createCollector, reportFault } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Host } from '../host/host.ts';
import { checkSchema } from '../schema/check-schema.ts';
import { mergeAll } from '../schema/merge-documents.ts';
import type { Shape } from '../schema/shape.ts';
import { choice, fields, list, mapOf, optional, text } from '../schema/shape.ts';
import type { YamlDocument } from '../schema/yaml-document.ts';
import { checkWords } from './check-words.ts';
import type { Locale } from './locale.ts';
import { readDocument } from './read-document.ts';
import type { Theme } from './theme.ts';

type Fields = Omit<Locale, 'language' | 'quotes'> & {
  readonly quotes: { readonly outer: readonly string[]; readonly inner: readonly string[] };
};

const word: Shape<string> = text('a word or pattern of the language');
const words: Shape<Readonly<Record<string, string>>> = mapOf(word, 'a map of words');
const pair: Shape<readonly string[]> = list(word, 'two quotation marks, opening and closing');

const LOCALE_SHAPE: Shape<Fields> = fields<Fields>(
  {
    direction: choice(['ltr', 'rtl'], 'ltr for left to right, rtl for right to left'),
    months: list(word, 'the twelve months, January first'),
    weekdays: list(word, 'the seven weekdays, Sunday first'),
    datePatterns: fields<Locale['datePatterns']>(
      {
        day: word,
        dayLong: word,
        month: word,
        year: word,
        range: word,
        daysOfMonth: optional(word),
        daysOfYear: optional(word),
        monthsOfYear: optional(word),
        first: optional(word),
      },
      'the patterns day, dayLong, month, year and range, and perhaps daysOfMonth, daysOfYear, monthsOfYear and first',
    ),
    issueLine: word,
    issueLineWithVolume: word,
    issueLineWithoutNumber: word,
    contact: fields<Locale['contact']>(
      { post: word, phone: word, fax: word, email: word, web: word },
      'the labels post, phone, fax, email and web',
    ),
    languageNames: words,
    listSeparator: word,
    listLast: word,
    roles: words,
    quotes: fields<Fields['quotes']>({ outer: pair, inner: pair }, 'the marks outer and inner'),
    dash: word,
    words,
  },
  'the words of a language',
);

/** Where a locale is looked for, and the place that asked for it. */
export type LocalePlace = { readonly host: Host; readonly theme: Theme; readonly span: Span | null };

/**
 * The words of a language: `locale/<lang>.yaml` of the theme's folders, each over those after it; for `es-MX` also
 * `es` of each folder. Reports GA141 when there is none, and GA110–GA113 and GA157 for faults inside.
 */
export function loadLocale(language: string, place: LocalePlace, context: Context): Locale | null {
  const { host, theme } = place;
  const bare = language.split('-')[0] ?? language;
  const names = [...new Set([language, bare])];
  const files = theme.folders
    .flatMap((folder) => names.map((name) => `${folder}/locale/${name}.yaml`))
    .filter((path) => host.fileKind(path) === 'file');
  if (files.length === 0) {
    reportMissing(language, place, context);
    return null;
  }
  const documents = files.map((file) => readDocument(host, file, context));
  const merged = mergeAll(documents);
  const values =
    merged === null ? null : checkSchema(LOCALE_SHAPE, merged, { what: `the locale ${language}` }, context);
  const shipped = `${theme.folders.at(-1) ?? ''}/locale`;
  const own = documents.filter((_, index) => files[index]?.startsWith(shipped) === false);
  const usual = own.length === 0 ? null : readUsual(`${shipped}/en.yaml`, host);
  for (const document of own) if (usual !== null && document !== null) checkWords(document, usual, context);
  return merged === null || values === null ? null : finish(language, values, merged, context);
}

/** What galley's own layouts ask of a language; a fault in it is told where it is read as a locale. */
const readUsual = (file: string, host: Host): YamlDocument | null =>
  host.fileKind(file) === 'file' ? readDocument(host, file, createCollector()) : null;

function reportMissing(language: string, place: LocalePlace, context: Context): void {
  const known = [
    ...new Set(place.theme.folders.flatMap((folder) => place.host.listFolder(`${folder}/locale`))),
  ]
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length));
  // Two languages are not the other's misspelling, however alike their codes are.
  const near = /^[a-z]{2,3}$/.test(language) ? null : suggest(language, known);
  const languages = known.filter((name) => !name.includes('-')).join(', ');
  reportFault(context, 'GA141', {
    message: `the theme \`${place.theme.name}\` has no words for the language \`${language}\``,
    hint:
      near === null
        ? `It has: ${languages}. For another, copy en.yaml of galley's templates/tabloid/locale/ to templates/locale/${language}.yaml of your paper, and translate it (docs/manifest.md, "Words of a language").`
        : `Did you mean \`${near}\`? It has: ${languages}.`,
    span: place.span,
  });
}

/** Words that most languages write alike. */
const USUAL = { colon: ':' };

function finish(language: string, values: Fields, document: YamlDocument, context: Context): Locale | null {
  const outer = asPair(values.quotes.outer);
  const inner = asPair(values.quotes.inner);
  const faults: [boolean, string, string][] = [
    [values.months.length === 12, 'months', '12 entries'],
    [values.weekdays.length === 7, 'weekdays', '7 entries'],
    [outer !== null && inner !== null, 'quotes', 'two marks each'],
  ];
  for (const [isRight, key, wanted] of faults) {
    if (isRight) continue;
    const message = `\`${key}\` of the locale ${language} is to have ${wanted}`;
    reportFault(context, 'GA111', { message, span: document.spanOf([key]) });
  }
  if (outer === null || inner === null || faults.some(([isRight]) => !isRight)) return null;
  return { ...values, language, quotes: { outer, inner }, words: { ...USUAL, ...values.words } };
}

function asPair(marks: readonly string[]): readonly [string, string] | null {
  const [opening, closing] = marks;
  return opening === undefined || closing === undefined || marks.length !== 2 ? null : [opening, closing];
}
