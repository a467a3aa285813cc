import type { Span } from '../core/origin.ts';
import type { Context } from '../diagnostics/context.ts';
import type { LoadedManifest } from '../manifest/load-manifest.ts';
import type { Locale } from '../manifest/locale.ts';
import type { Theme } from '../manifest/theme.ts';
import { isoOf, parseDate } from './calendar.ts';
import type {
  CalendarDate,
  Edition,
  IssueDate,
  PageGrid,
  PlannedSlot,
  Section,
  StorySource,
} from './edition.ts';
import { formatDate } from './format-date.ts';
import type { StoryFiles } from './find-stories.ts';
import { formatIssueLine } from './issue-line.ts';
import { cleanText, createLocalize, localizeOwn } from './localize.ts';
import type { Localize } from './localize.ts';
import { orderStories } from './order-stories.ts';
import { abbreviationsOf, fallbackName, numberDigitsOf, slugFor } from './paper-facts.ts';
import type { PlannedSection, SectionPlan } from './plan-sections.ts';
import { resolveCorrections, resolveTeasers, type StoryKeyReader } from './resolve-corrections.ts';
import type { SiblingIssue } from './resolve-archive.ts';
import { resolveArchive } from './resolve-archive.ts';
import { resolveMasthead } from './resolve-masthead.ts';
import { resolveOutputs } from './resolve-print.ts';
import { resolveAds, resolveHouse, resolvePortraits, type ManifestPictures } from './resolve-pictures.ts';
import type { ResolvedPlan } from './resolve-plan.ts';
import { fileStemOf } from './slug.ts';

/** Everything that the editions of one issue share. */
export type IssueFrame = {
  readonly loaded: LoadedManifest;
  readonly languages: readonly string[];
  readonly start: CalendarDate;
  readonly end: CalendarDate | null;
  readonly theme: Theme;
  readonly grid: PageGrid;
  readonly files: StoryFiles;
  readonly plan: SectionPlan;
  readonly siblings: readonly SiblingIssue[];
  readonly archivePattern: string | null;
  readonly pages: ResolvedPlan;
  readonly pictures: ManifestPictures;
};

/** One language's edition. Reports what is amiss in that language alone. */
export function resolveEdition(frame: IssueFrame, locale: Locale, context: Context): Edition {
  const { loaded, languages } = frame;
  const { values } = loaded;
  const { language } = locale;
  const localize = createLocalize(language, loaded, context);
  const text = (key: TextKey): string | null => localize(values[key], [key]);
  const stories = orderStories(
    { language, languages, files: frame.files, plan: frame.plan, loaded },
    context,
  );
  const date = resolveDate(frame, locale, text('datePrinted'));
  const number = values.number === null ? null : cleanText(values.number);
  const volume = values.volume === null ? null : cleanText(values.volume);
  const name = text('name') ?? fallbackName(loaded);
  const abbreviation = text('abbreviation');
  const masthead = resolveMasthead({ loaded, locale, localize, context });
  const slug = slugFor(loaded);
  const variant = values.variant === null ? null : cleanText(values.variant);
  const stem = {
    slug,
    number,
    numberDigits: numberDigitsOf(loaded),
    date: date.iso,
    edition: values.edition,
    layout: loaded.layout,
  };
  const facts = { name, number, volume, abbreviation, printed: date.printed, printedLong: date.printedLong };
  const pattern = text('issueLine');
  const notice = text('notice');
  return {
    language,
    direction: locale.direction,
    languages,
    folder: loaded.folder,
    issueId: loaded.issueId,
    publicationFolder: loaded.publicationFolder,
    manifestFile: loaded.manifestFile,
    name,
    tagline: text('tagline'),
    abbreviation,
    abbreviations: abbreviationsOf(loaded),
    expansions: expansionsOf(loaded, language, context),
    slug,
    fileStem: fileStemOf({ ...stem, language, variant }),
    number,
    volume,
    date,
    issueLine: formatIssueLine(
      pattern === null ? null : { text: pattern, span: spanOfText(loaded, 'issueLine', language) },
      facts,
      locale,
      context,
    ),
    frequency: frequencyOf(text('frequency'), locale),
    price: text('price'),
    rights: text('rights'),
    ofDay: values.edition === null ? null : cleanText(values.edition),
    variant,
    revisedPrinted: revisedDay(values.revised, locale),
    source: text('source'),
    notice,
    availability: text('availability'),
    creator: creatorOf(values.creator, {
      isSpecimen: variant !== null && notice !== null,
      publisher: masthead.publisher,
      name,
    }),
    masthead,
    sections: sectionsOf(frame, stories, { localize, language, context }),
    ...storyFacts(frame, { loaded, locale, localize, stories }),
    typography: values.typography ?? 'typographic',
    hyphenationExceptions: exceptionsOf(loaded, { language, languages }),
    ...resolveOutputs(values, revisedOf(values.revised)),
    grid: locale.direction === 'rtl' ? { ...frame.grid, isFromRight: true } : frame.grid,
    isOwnLayout: loaded.layout.length === 0,
    theme: frame.theme,
    locale,
    spans: spansOf(loaded),
  };
}

type StoryFacts = Pick<
  Edition,
  | 'stories'
  | 'absentStories'
  | 'ads'
  | 'house'
  | 'portraits'
  | 'nameplate'
  | 'corrections'
  | 'teasers'
  | 'plan'
  | 'pageRules'
  | 'pageCount'
  | 'leastPages'
  | 'archive'
>;

/** What the stories of one edition are, and what refers to them. */
function storyFacts(frame: IssueFrame, reader: StoryKeyReader): StoryFacts {
  const { stories, locale } = reader;
  return {
    stories,
    absentStories: [...frame.files.keys()].filter((id) => !stories.some((story) => story.id === id)),
    ads: resolveAds(frame.pictures, reader.loaded, reader.localize),
    house: resolveHouse(frame.pictures, reader.loaded, reader.localize),
    portraits: resolvePortraits(frame.pictures, reader.loaded, reader.localize),
    nameplate: frame.pictures.nameplate,
    corrections: resolveCorrections(reader),
    teasers: resolveTeasers(reader),
    plan: plannedHere(frame.pages.slots, stories),
    pageRules: frame.pages.rules,
    pageCount: frame.pages.pageCount,
    leastPages: frame.pages.leastPages,
    archive: resolveArchive(frame.siblings, frame.archivePattern, locale.language),
  };
}

/** The slots of the plan with the stories that exist in this edition. */
function plannedHere(slots: readonly PlannedSlot[], stories: readonly StorySource[]): readonly PlannedSlot[] {
  const here = new Set(stories.map(({ id }) => id));
  return slots
    .map((slot) => ({ ...slot, stories: slot.stories.filter((id) => here.has(id)) }))
    .filter((slot) => slot.stories.length > 0);
}

type TextKey =
  | 'name'
  | 'tagline'
  | 'abbreviation'
  | 'datePrinted'
  | 'frequency'
  | 'price'
  | 'rights'
  | 'source'
  | 'notice'
  | 'issueLine'
  | 'availability';

/** Place of a text in one language: its own entry, else the whole value. */
export function spanOfText(loaded: LoadedManifest, key: string, language: string): Span | null {
  return loaded.spanOf([key, language]) ?? loaded.spanOf([key]);
}

function resolveDate(frame: IssueFrame, locale: Locale, given: string | null): IssueDate {
  const { start, end } = frame;
  const printed = given ?? formatDate(start, end, locale, { isLong: false });
  return {
    iso: end === null ? isoOf(start) : `${isoOf(start)}/${isoOf(end)}`,
    start,
    end,
    printed,
    printedLong: given ?? formatDate(start, end, locale, { isLong: true }),
  };
}

/** `weekly` in the edition's language; any other text as typed. */
function frequencyOf(given: string | null, locale: Locale): string | null {
  if (given === null) return null;
  const key = `frequency-${given.toLowerCase()}`;
  return (Object.hasOwn(locale.words, key) ? locale.words[key] : undefined) ?? given;
}

function creatorOf(
  given: string | null,
  facts: { readonly isSpecimen: boolean; readonly publisher: string | null; readonly name: string },
): string {
  const named = given === null ? null : cleanText(given);
  return named ?? (facts.isSpecimen ? 'galley' : (facts.publisher ?? facts.name));
}

type SectionReader = { readonly localize: Localize; readonly language: string; readonly context: Context };

/** Sections that have a story in this language; one without a title has its id for it. */
function sectionsOf(
  frame: IssueFrame,
  stories: readonly StorySource[],
  reader: SectionReader,
): readonly Section[] {
  const used = new Set(stories.map((story) => story.section));
  return frame.plan.sections.flatMap((section) =>
    used.has(section.id) ? [titled(section, frame, reader)] : [],
  );
}

function titled(section: PlannedSection, frame: IssueFrame, reader: SectionReader): Section {
  const { loaded } = frame;
  const spanOf = section.isTitleInPublication ? loaded.publicationSpanOf : loaded.spanOf;
  const localize = section.isTitleInPublication
    ? createLocalize(reader.language, { spanOf, keySpanOf: spanOf }, reader.context)
    : reader.localize;
  const title = localize(section.title, section.titlePath) ?? section.id;
  return { id: section.id, title, layout: section.layout };
}

/** Those of its language, and those of languages that the paper has no edition in: stories and single words may be in them. */
function exceptionsOf(
  loaded: LoadedManifest,
  { language, languages }: Pick<Edition, 'language' | 'languages'>,
): readonly string[] {
  const given = loaded.values.hyphenationExceptions ?? [];
  const isList = (value: typeof given): value is readonly string[] => Array.isArray(value);
  if (isList(given)) return given.map(cleanText).filter((word) => word !== null);
  const own = given[language] ?? given[language.split('-')[0] ?? ''] ?? [];
  const hasEdition = (key: string): boolean =>
    languages.some((one) => one === key || one.split('-')[0] === key);
  const others = Object.entries(given).flatMap(([key, words]) => (hasEdition(key) ? [] : words));
  return [...own, ...others].map(cleanText).filter((word) => word !== null);
}

/** `abbreviations:` in one language; one that has no text for it is left out. */
function expansionsOf(
  loaded: LoadedManifest,
  language: string,
  context: Context,
): Readonly<Record<string, string>> {
  const entries = Object.entries(loaded.values.abbreviations ?? {}).flatMap(([short, value]) => {
    const long = localizeOwn(value, language, { path: ['abbreviations', short], loaded, context });
    return long === null ? [] : [[short.trim(), long] as const];
  });
  return Object.fromEntries(entries);
}

/** `revised` as the date and time of UTC that metadata carry. */
function revisedOf(given: string | null): string | null {
  if (given === null) return null;
  const [day = '', time = '00:00'] = given.replace('Z', '').split(/[T ]/);
  return `${day}T${time.length === 5 ? `${time}:00` : time}Z`;
}

function revisedDay(given: string | null, locale: Locale): string | null {
  const reading = given === null ? null : parseDate(given.slice(0, 10));
  if (reading === null || reading.kind === 'fault') return null;
  return formatDate(reading.start, reading.end, locale, { isLong: false });
}

/**
 * Later stages ask for a contact row's `value`; the manifest calls it by its kind. A line of the issue that it does not
 * give is made of number and date.
 */
function spansOf(loaded: LoadedManifest): Readonly<Record<string, Span>> {
  const aliases = Object.entries(loaded.spans).flatMap(([path, span]) => {
    const row = /^(masthead\.contact\.\d+)\.(?:post|phone|fax|email|web)$/.exec(path)?.[1];
    return row === undefined ? [] : [[`${row}.value`, span] as const];
  });
  const { number, date } = loaded.spans;
  const line = number ?? date;
  return {
    ...(line === undefined ? {} : { issueLine: line }),
    ...loaded.spans,
    ...Object.fromEntries(aliases),
  };
}
