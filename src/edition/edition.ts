import type { Rect, Size } from '../core/geometry.ts';
import type { Span } from '../core/origin.ts';
import type { Pt } from '../core/units.ts';
import type { Locale } from '../manifest/locale.ts';
import type { Theme } from '../manifest/theme.ts';
import type { PdfProfile } from './profiles.ts';
import type { PrintPlan } from './print-plan.ts';

/** The kinds of contact row; their labels stand in the locale under `contact`. */
export type ContactKind = 'post' | 'phone' | 'fax' | 'email' | 'web';

/** One row of the contact block, as printed. */
export type ContactRow = {
  readonly kind: ContactKind;
  /** As the manifest gives it, else the locale's word. Without the colon. */
  readonly label: string;
  readonly value: string;
  /** `mailto:` or `http(s):` for email and web; null for the others: they are never links. */
  readonly href: string | null;
};

/** What stands under the newspaper's name as its record; most people say masthead. */
export type Masthead = {
  readonly publisher: string | null;
  readonly place: string | null;
  readonly issn: string | null;
  /** Role (in the edition's language) and names, in the manifest's order. */
  readonly staff: readonly { readonly role: string; readonly names: readonly string[] }[];
  readonly contact: readonly ContactRow[];
  readonly note: string | null;
};

/** A calendar date as far as it is known. `month` and `day` are 1-based. */
export type CalendarDate = {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
};

/** The date of an issue: a day, month, year, or a range of them. */
export type IssueDate = {
  /** ISO 8601: `1997-03-16`, `1997-03`, `1997`, or an interval `1997-03-16/1997-03-22`. */
  readonly iso: string;
  readonly start: CalendarDate;
  /** Null when the date is no range. */
  readonly end: CalendarDate | null;
  /** `datePrinted` of the manifest, else the date in the edition's language, without weekday. */
  readonly printed: string;
  /** The same with the weekday where the date is a single day and nothing was given as printed. */
  readonly printedLong: string;
};

/** The page's format and grid, all in points. */
export type PageGrid = {
  readonly formatName: string;
  readonly trim: Size;
  /** The live area of a page (furniture included). */
  readonly live: Rect;
  readonly columns: number;
  readonly gutter: Pt;
  /** Distance of the baselines. The height of `live` is a whole number of them. */
  readonly baseline: Pt;
  /** Of two pages as one: columns before the fold, which lies in the middle of the gutter behind them. Absent for a page. */
  readonly columnsToFold?: number;
  /** The first column is the one on the right: the paper is read from there. */
  readonly isFromRight?: true;
};

/** A section of the paper. */
export type Section = {
  readonly id: string;
  readonly title: string;
  /** The page layout of its first page, as `opinion`; null for the theme's. */
  readonly layout: string | null;
};

/** One story's source in one language; what it does not give it inherits from `original`. */
export type StorySource = {
  /** The file name without language and ending; unique in the edition. */
  readonly id: string;
  readonly section: string | null;
  readonly language: string;
  readonly file: string;
  readonly text: string;
  /** The same story in the paper's first language, when this is a translation; else null. */
  readonly original: { readonly file: string; readonly text: string } | null;
  /** Every language the story exists in, in the order of the paper's languages. */
  readonly languages: readonly string[];
};

/** A number of this paper that a cross-reference in the text may mean. */
export type ArchiveEntry = {
  readonly number: string;
  readonly fileStem: string;
  readonly href: string | null;
};

/** The slots that a page plan fills; a blueprint's frames name them. */
export type SlotName = 'lead' | 'second' | 'third' | 'briefs';

/** What a story's jump is to leave behind on its page: so many paragraphs, so many lines, or so deep legs. */
export type JumpMeasure =
  | { readonly kind: 'paragraphs' | 'lines'; readonly count: number }
  | { readonly kind: 'depth'; readonly depth: Pt };

/** Where a story jumps, as the manifest has it. */
export type JumpPlan = {
  /** Null where its place ends. */
  readonly after: JumpMeasure | null;
  /** As typed. */
  readonly afterText: string;
  /** From 1; null for the next page that has room. */
  readonly to: number | null;
};

/** Stories that the manifest wants in a slot of a page, in order. */
export type PlannedSlot = {
  /** From 1. */
  readonly page: number;
  readonly slot: SlotName;
  readonly stories: readonly string[];
  /** Null where nothing is said of the jump of its story. */
  readonly jump: JumpPlan | null;
  /** Place in {@link Edition.spans}. */
  readonly path: string;
};

/** What the manifest says of a page, or of a range of pages. */
export type PageRule = {
  /** From 1; a range's last page is its first or a later one. */
  readonly first: number;
  readonly last: number;
  /** The page layout, as `opinion`; null leaves it to the make-up. */
  readonly layout: string | null;
  /** The section that begins on the first page; a range holds nothing else. */
  readonly section: string | null;
  /** Nothing stands here but what the slots name. */
  readonly isClosed: boolean;
  /** Path in the manifest: `pages.2-8`. */
  readonly path: string;
};

/** A correction of the issue, printed with the imprint. */
export type Correction = {
  /** Its words' node, and the path of its text in the manifest: `corrections.0.text`. */
  readonly key: string;
  /** ISO 8601. */
  readonly date: string;
  readonly printed: string;
  /** The story that it corrects; null for one of the whole issue. */
  readonly story: string | null;
  readonly text: string;
};

/** A story that page 1 names. */
export type Teaser = {
  /** Its path in the manifest: `teasers.0`. */
  readonly key: string;
  readonly story: string;
  /** A line of its own; null for the headline alone. */
  readonly text: string | null;
  readonly showsPicture: boolean;
};

/** An advertisement. */
export type Ad = {
  /** `@ad.1`, in the manifest's order. */
  readonly id: string;
  /** The picture's path, absolute, inside the issue or publication folder. */
  readonly file: string;
  /** What the advertisement says, for those who do not see it. */
  readonly alt: string;
  /** Columns that were sold, which may be more than the page has; null leaves it to its picture. */
  readonly columns: number | null;
  /** The width that was sold, where it was not given in columns. */
  readonly width: Pt | null;
  /** Null leaves it to the picture. */
  readonly depth: Pt | null;
  /** From 1; null for any page. */
  readonly page: number | null;
};

/** A picture that speaks for the paper itself, set where stories leave room. */
export type HouseFiller = {
  /** `@house.1`, in the manifest's order. */
  readonly id: string;
  /** As those of {@link Ad}. */
  readonly file: string;
  readonly alt: string;
};

/** The portrait of one of the paper's authors. */
export type Portrait = {
  /** As it stands in bylines. */
  readonly name: string;
  /** As those of {@link Ad}. */
  readonly file: string;
  /** Null where it is decorative. */
  readonly alt: string | null;
  /** What stays in view when it is cropped: `30% 40%`, from the left and from the top; null leaves it to the theme. */
  readonly focus: string | null;
};

/** The paper's name as it draws it. */
export type Nameplate = {
  /** Path of an SVG, PNG or JPEG, absolute, inside the issue or publication folder. */
  readonly file: string;
  /** An SVG: it is drawn as pixels when it is read. */
  readonly isDrawing: boolean;
};

/** How typed text becomes set text. `source` leaves every character as written. */
export type Typography = 'typographic' | 'source';

/** One issue in one language: what every later stage works on. No optional field is left that has a default. */
export type Edition = {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** All languages of the issue, this one among them, in the manifest's order. */
  readonly languages: readonly string[];
  /** Folder of the issue (absolute) and its name, for trails. */
  readonly folder: string;
  readonly issueId: string;
  /** Folder of the nearest publication.yaml; the issue's own when there is none. */
  readonly publicationFolder: string;
  readonly manifestFile: string;
  readonly name: string;
  readonly tagline: string | null;
  /** The abbreviation in this language, and all of them (`RW`, `OR`): "See RW #895" is a reference. */
  readonly abbreviation: string | null;
  readonly abbreviations: readonly string[];
  /** What abbreviations in the text stand for, such as `ISSN`, in this language. */
  readonly expansions: Readonly<Record<string, string>>;
  /** `rw`: from the first language's abbreviation, else its name. */
  readonly slug: string;
  /** `rw-0898-1997-03-16-en-specimen`: the outputs' name without ending. */
  readonly fileStem: string;
  /** As typed, or null for a paper without numbers. */
  readonly number: string | null;
  readonly volume: string | null;
  readonly date: IssueDate;
  /** "Revolutionary Worker #898, March 16, 1997", or the language's usual form. */
  readonly issueLine: string;
  readonly frequency: string | null;
  readonly price: string | null;
  readonly rights: string | null;
  /** The edition of the day, as "late". */
  readonly ofDay: string | null;
  readonly variant: string | null;
  /** The manifest's `revised` as `YYYY-MM-DDThh:mm:ssZ`; absent when it gives none. */
  readonly revised?: string;
  /** The day of it in words of the language; null when the manifest gives none. */
  readonly revisedPrinted: string | null;
  readonly corrections: readonly Correction[];
  readonly source: string | null;
  readonly notice: string | null;
  /** Printed under a story that exists in several languages: a pattern with `{languages}` (filled by {@link StorySource.languages}); null prints nothing. */
  readonly availability: string | null;
  /** dc:creator of the files: publisher, else the paper's name; "galley" for a specimen. */
  readonly creator: string;
  readonly masthead: Masthead;
  /** In rank. Empty when the manifest has none. */
  readonly sections: readonly Section[];
  /** In rank: by section order, then by order in the section, else by file name. */
  readonly stories: readonly StorySource[];
  /** Ids of the stories that exist in other languages of the issue and not in this one. */
  readonly absentStories: readonly string[];
  readonly archive: readonly ArchiveEntry[];
  /** By page, then by slot; stories that no slot names are made up automatically. */
  readonly plan: readonly PlannedSlot[];
  /** In the manifest's order. */
  readonly pageRules: readonly PageRule[];
  /** In the manifest's order. */
  readonly ads: readonly Ad[];
  readonly house: readonly HouseFiller[];
  /** Portraits of authors, in the manifest's order. */
  readonly portraits: readonly Portrait[];
  /** The paper's name as a picture; null sets it in type. */
  readonly nameplate: Nameplate | null;
  /** Stories that page 1 names, in order. */
  readonly teasers: readonly Teaser[];
  /** Pages the manifest asks for; null leaves it to the matter. */
  readonly pageCount: number | null;
  /** The last page that the manifest names; 0 for none. */
  readonly leastPages: number;
  readonly typography: Typography;
  /** Words that are never hyphenated, or only where the hyphens stand: `news-pa-per`. */
  readonly hyphenationExceptions: readonly string[];
  /** The PDFs to make when the command line names none. */
  readonly profiles: readonly PdfProfile[];
  readonly print: PrintPlan;
  readonly grid: PageGrid;
  /** Are theme and format those of the manifest? Else the command line asked for others. */
  readonly isOwnLayout: boolean;
  readonly theme: Theme;
  readonly locale: Locale;
  /** Where in the manifest a key stands, by path: `masthead.contact.1`. For later faults. */
  readonly spans: Readonly<Record<string, Span>>;
};

/** One issue with all its editions. */
export type Issue = {
  readonly folder: string;
  readonly issueId: string;
  readonly editions: readonly Edition[];
  /** Every source file that was read so far, absolute, sorted: manifests and articles. */
  readonly sources: readonly string[];
};
