import { LENGTH, LENGTH_WANTED } from '../schema/parse-length.ts';
import type { LocalizedText, Shape } from '../schema/shape.ts';
import {
  choice,
  either,
  fields,
  flag,
  list,
  localizedText,
  mapOf,
  optional,
  pattern,
  text,
} from '../schema/shape.ts';
import { FOCUS, LANGUAGE_TAG } from './article-schema.ts';
import { LAYOUT_NAME, PAGES_SHAPE, STORY_IDS, type PageFields } from './page-schema.ts';
import { PRINT_SHAPE, PROFILES_SHAPE, type PrintFields, type ProfileName } from './print-schema.ts';

/** One row of the contact block, as the manifest gives it: one of the five kinds, and perhaps a label. */
export type ContactFields = {
  readonly post: LocalizedText | null;
  readonly phone: LocalizedText | null;
  readonly fax: LocalizedText | null;
  readonly email: LocalizedText | null;
  readonly web: LocalizedText | null;
  readonly label: LocalizedText | null;
};

/** `masthead:` of a manifest. */
export type MastheadFields = {
  readonly publisher: LocalizedText | null;
  readonly place: LocalizedText | null;
  readonly issn: string | null;
  readonly staff: Readonly<Record<string, string | readonly string[]>> | null;
  readonly contact: readonly ContactFields[] | null;
  readonly note: LocalizedText | null;
};

/** Margins of a page: one for all four sides, or each. */
export type MarginFields =
  | string
  | {
      readonly top: string | null;
      readonly right: string | null;
      readonly bottom: string | null;
      readonly left: string | null;
    };

/** A grid, in a manifest or in theme.yaml. */
export type GridFields = {
  readonly columns: string | null;
  readonly gutter: string | null;
  readonly baseline: string | null;
  readonly margins: MarginFields | null;
};

/** A section in an issue: its stories, or title and stories; in a publication: its title, or title and layout. */
export type SectionFields = LocalizedText | readonly string[] | NestedSection;

/** A section with more than its title or its stories. */
export type NestedSection = {
  readonly title: LocalizedText | null;
  readonly stories: readonly string[] | null;
  readonly layout: string | null;
};

/** An advertisement. */
export type AdFields = {
  readonly picture: string;
  readonly alt: LocalizedText | null;
  readonly size: string | null;
  readonly page: string | null;
};

/** A picture that speaks for the paper itself where stories leave room. */
export type HouseFields = { readonly picture: string; readonly alt: LocalizedText | null };

/** The portrait of one of the paper's authors. */
export type PortraitEntry = {
  readonly picture: string;
  readonly alt: LocalizedText | null;
  readonly decorative: boolean | null;
  readonly focus: string | null;
};

/** One correction: when, of which story, and what it says. */
export type CorrectionFields = {
  readonly date: string;
  readonly story: string | null;
  readonly text: LocalizedText;
};

/** A story to be named on page 1: by its name, or with words of its own and its picture. */
export type TeaserFields =
  string | { readonly story: string; readonly text: LocalizedText | null; readonly picture: boolean | null };

/** A manifest: publication.yaml and issue.yaml have the same keys. Null is "not given". */
export type ManifestFields = {
  readonly name: LocalizedText | null;
  readonly tagline: LocalizedText | null;
  readonly abbreviation: LocalizedText | null;
  readonly slug: string | null;
  readonly languages: readonly string[] | string | null;
  readonly number: string | null;
  readonly numberDigits: string | null;
  readonly volume: string | null;
  /** Null where it is missing or of the wrong kind: an error that is reported already. */
  readonly date: string | null;
  readonly datePrinted: LocalizedText | null;
  readonly revised: string | null;
  readonly corrections: readonly CorrectionFields[] | null;
  readonly edition: string | null;
  readonly variant: string | null;
  readonly frequency: LocalizedText | null;
  readonly price: LocalizedText | null;
  readonly rights: LocalizedText | null;
  readonly source: LocalizedText | null;
  readonly notice: LocalizedText | null;
  readonly creator: string | null;
  readonly issueLine: LocalizedText | null;
  readonly availability: LocalizedText | null;
  readonly masthead: MastheadFields | null;
  readonly sections: Readonly<Record<string, SectionFields>> | null;
  readonly pages: string | Readonly<Record<string, PageFields>> | null;
  readonly teasers: readonly TeaserFields[] | null;
  readonly ads: readonly AdFields[] | null;
  readonly house: readonly HouseFields[] | null;
  /** By the name as it stands in bylines. */
  readonly portraits: Readonly<Record<string, PortraitEntry>> | null;
  readonly format: string | { readonly width: string; readonly height: string } | null;
  readonly grid: GridFields | null;
  readonly nameplate: string | null;
  readonly theme: string | null;
  readonly typography: 'typographic' | 'source' | null;
  readonly hyphenationExceptions: readonly string[] | Readonly<Record<string, readonly string[]>> | null;
  readonly archive: string | null;
  readonly abbreviations: Readonly<Record<string, LocalizedText>> | null;
  readonly profiles: readonly ProfileName[] | ProfileName | null;
  readonly print: PrintFields | null;
};

const length: Shape<string> = pattern(LENGTH, LENGTH_WANTED);
const names: Shape<readonly string[]> = list(text('a name'), 'a list of names');
const languageTag: Shape<string> = pattern(LANGUAGE_TAG, 'a language code such as en, es or en-GB');

const CONTACT: Shape<ContactFields> = fields<ContactFields>(
  {
    post: optional(localizedText('the postal address')),
    phone: optional(localizedText('the telephone number')),
    fax: optional(localizedText('the fax number')),
    email: optional(localizedText('the e-mail address')),
    web: optional(localizedText('the web address, with https://')),
    label: optional(localizedText('the word before the row; left out, it comes from the language')),
  },
  'a row such as `- phone: 773-555-0142`',
);

const MASTHEAD: Shape<MastheadFields> = fields<MastheadFields>(
  {
    publisher: optional(localizedText('who publishes the paper')),
    place: optional(localizedText('where it is published')),
    issn: optional(text('the ISSN, such as 1234-5679')),
    staff: optional(
      mapOf(either(text('a name'), names, 'a name or a list of names'), 'a map of roles, each with names'),
    ),
    contact: optional(list(CONTACT, 'a list of rows, each `- kind: value` (post, phone, fax, email, web)')),
    note: optional(localizedText('a line under the contact rows')),
  },
  'a map with publisher, place, issn, staff, contact and note',
);

const MARGINS: Shape<MarginFields> = either(
  length,
  fields(
    { top: optional(length), right: optional(length), bottom: optional(length), left: optional(length) },
    'four lengths',
  ),
  'one length, or a map with top, right, bottom and left',
);

/** The grid of a page: also a format's entry in theme.yaml. */
export const GRID_SHAPE: Shape<GridFields> = fields<GridFields>(
  {
    columns: optional(pattern(/^(?:[1-9]|1[0-2])$/, 'a number of columns from 1 to 12')),
    gutter: optional(length),
    baseline: optional(length),
    margins: optional(MARGINS),
  },
  'a map with columns, gutter, baseline and margins',
);

/** `sections:` of either file. */
export const SECTIONS_SHAPE: Shape<Readonly<Record<string, SectionFields>>> = mapOf(
  either(
    STORY_IDS,
    // The map of fixed keys comes first: a text for each language takes any key.
    either(
      fields(
        {
          title: optional(localizedText('the title of the section')),
          stories: optional(STORY_IDS),
          layout: optional(LAYOUT_NAME),
        },
        'a map with title, stories and layout',
      ),
      localizedText('the title of the section'),
      'a title, or a map with title, stories and layout',
    ),
    'a title (in publication.yaml) or a list of stories (in issue.yaml)',
  ),
  'a map of sections, each with its title (publication.yaml) or its stories (issue.yaml)',
);

const HOUSE: Shape<HouseFields> = fields<HouseFields>(
  {
    picture: text('the file name of a picture in images/'),
    alt: optional(localizedText('what the picture says, for those who do not see it')),
  },
  'a map with picture and alt',
);

const PORTRAIT: Shape<PortraitEntry> = fields<PortraitEntry>(
  {
    picture: text('the file name of a picture in images/'),
    alt: optional(localizedText('what the picture shows, for those who do not see it')),
    decorative: optional(flag('true where the byline says all that there is to tell')),
    focus: optional(FOCUS),
  },
  'a map with picture, and alt or decorative; and focus',
);

const AD: Shape<AdFields> = fields<AdFields>(
  {
    picture: text('the file name of a picture in images/'),
    alt: optional(localizedText('what the advertisement says, for those who do not see it')),
    size: optional(
      pattern(
        /^\s*(?:\d+ columns?|(?:\d+ columns? x )?\d+(?:\.\d+)?\s*(?:mm|cm|in|pt|picas?)(?: x \d+(?:\.\d+)?\s*(?:mm|cm|in|pt|picas?))?)\s*$/,
        'a size such as 2 columns x 90 mm, or 2 columns, or 90 mm',
      ),
    ),
    page: optional(pattern(/^[1-9]\d{0,3}$/, 'a page number')),
  },
  'a map with picture, alt, size and page',
);

const CORRECTION: Shape<CorrectionFields> = fields<CorrectionFields>(
  {
    date: text('the day of the correction, such as 2026-03-20'),
    story: optional(text('the story that was corrected')),
    text: localizedText('what was wrong, and what is right'),
  },
  'a map with date, story and text',
);

const TEASER: Shape<TeaserFields> = either(
  text('a story'),
  fields(
    {
      story: text('a story'),
      text: optional(localizedText('a line of its own; left out, the headline stands alone')),
      picture: optional(flag('true shows the picture of the story')),
    },
    'a map with story, text and picture',
  ),
  'a story, or a map with story, text and picture',
);

type Shapes = { readonly [K in keyof ManifestFields]: Shape<ManifestFields[K]> };

const SHAPES: Shapes = {
  name: optional(localizedText('the name of the paper')),
  tagline: optional(localizedText('the line under the name')),
  abbreviation: optional(localizedText('the short name, as in "See RW #895"')),
  slug: optional(
    pattern(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'the first part of the file names: small letters, digits and hyphens',
    ),
  ),
  languages: optional(
    either(
      list(languageTag, 'a list of language codes such as [en, es]'),
      languageTag,
      'a list of language codes such as [en, es]',
    ),
  ),
  number: optional(text('the number of the issue, as printed')),
  numberDigits: optional(
    pattern(/^(?:[1-9]|1[0-2])$/, 'how many digits the number has in file names, from 1 to 12'),
  ),
  volume: optional(text('the volume, as printed')),
  date: text('a date such as 1997-03-16, 1997-03, 1997 or 1997-03-16/1997-03-22'),
  datePrinted: optional(localizedText('the date as it stood on the page')),
  revised: optional(
    pattern(
      /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?$/,
      'the day of the last correction, such as 2026-03-20, with the time in UTC if you like: 2026-03-20T12:00:00Z',
    ),
  ),
  corrections: optional(list(CORRECTION, 'a list of corrections, each with date, story and text')),
  edition: optional(text('the edition of the day, such as late; it goes into file names and metadata')),
  variant: optional(
    text('what the files are if not the paper itself, such as specimen; it goes into file names'),
  ),
  frequency: optional(localizedText('how often the paper appears, such as weekly')),
  price: optional(localizedText('the price, as printed')),
  rights: optional(localizedText('the licence, such as CC-BY-4.0, or a sentence')),
  source: optional(localizedText('what the files were made from')),
  notice: optional(localizedText('a sentence that page 1, imprint and metadata carry')),
  creator: optional(text('who made the files; left out, the publisher')),
  issueLine: optional(localizedText('the line with {name}, {number}, {date}, {volume}, {abbreviation}')),
  availability: optional(localizedText('the line under a story in several languages, with {languages}')),
  masthead: optional(MASTHEAD),
  sections: optional(SECTIONS_SHAPE),
  pages: optional(PAGES_SHAPE),
  teasers: optional(list(TEASER, 'a list of stories to be named on page 1')),
  ads: optional(list(AD, 'a list of advertisements')),
  house: optional(list(HOUSE, 'a list of pictures that speak for the paper where stories leave room')),
  portraits: optional(
    mapOf(PORTRAIT, 'a map of names as they stand in bylines, each with picture and alt or decorative'),
  ),
  format: optional(
    either(
      text('a format such as tabloid or a4'),
      fields({ width: length, height: length }, 'a map with width and height'),
      'the name of a format such as tabloid or a4, or a map with width and height',
    ),
  ),
  grid: optional(GRID_SHAPE),
  nameplate: optional(text('a file with the drawn name of the paper')),
  theme: optional(pattern(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'the name of a folder in templates/')),
  typography: optional(
    choice(
      ['typographic', 'source'],
      'typographic sets curly quotes and dashes; source leaves each character as typed',
    ),
  ),
  hyphenationExceptions: optional(
    either(
      list(text('a word, with hyphens where it may break'), 'a list of words'),
      mapOf(list(text('a word'), 'a list of words'), 'a list of words for each language'),
      'a list of words with hyphens where they may break, or such a list for each language',
    ),
  ),
  abbreviations: optional(
    mapOf(
      localizedText('what the abbreviation stands for'),
      'a map of abbreviations, each with what it stands for, such as `ISSN: International Standard Serial Number`',
    ),
  ),
  archive: optional(
    text('the web address of earlier issues, with {file}, {number}, {date} or {language} in it'),
  ),
  profiles: optional(PROFILES_SHAPE),
  print: optional(PRINT_SHAPE),
};

/** A publication with its issue's keys over it: what the build works from. */
export const MANIFEST_SHAPE: Shape<ManifestFields> = fields<ManifestFields>(
  SHAPES,
  'keys such as number and date',
);

type Aliased = ManifestFields & { readonly imprint: MastheadFields | null };

/** issue.yaml for editors: with the alias `imprint`. */
export const ISSUE_FILE_SHAPE: Shape<Aliased> = fields<Aliased>(
  { ...SHAPES, imprint: optional(MASTHEAD) },
  'the manifest of an issue',
);

const UNDATED = { ...SHAPES, date: optional(SHAPES.date) };

/** {@link MANIFEST_SHAPE} without the date that must be. */
export const UNDATED_SHAPE: Shape<ManifestFields> = fields<ManifestFields>(UNDATED, 'keys such as number');

/** publication.yaml for editors: nothing in it is required. */
export const PUBLICATION_FILE_SHAPE: Shape<Aliased> = fields<Aliased>(
  { ...UNDATED, imprint: optional(MASTHEAD) },
  'the defaults of a paper',
);
