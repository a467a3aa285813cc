/** Words and patterns of one language, from the theme's `locale/<lang>.yaml`. Never from `Intl`. */
export type Locale = {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** January first. */
  readonly months: readonly string[];
  /** Sunday first. */
  readonly weekdays: readonly string[];
  /** Patterns with `{day}`, `{month}`, `{year}`, `{weekday}`. */
  readonly datePatterns: {
    readonly day: string;
    readonly dayLong: string;
    readonly month: string;
    readonly year: string;
    /** With `{start}` and `{end}`. */
    readonly range: string;
    /**
     * Ranges that say once what their ends share; null for `range`. With `{first}` and `{last}` (days) and `{year}`, and with
     * `{month}` where that is one, else `{firstMonth}` and `{lastMonth}`.
     */
    readonly daysOfMonth: string | null;
    readonly daysOfYear: string | null;
    readonly monthsOfYear: string | null;
    /** What `{day}` is on the first of a month: `1er`; null for `1`. */
    readonly first: string | null;
  };
  /** `{number}` and `{date}`: the usual issue line. */
  readonly issueLine: string;
  readonly issueLineWithVolume: string;
  readonly issueLineWithoutNumber: string;
  /** Labels of the contact rows, by kind. */
  readonly contact: Readonly<Record<'post' | 'phone' | 'fax' | 'email' | 'web', string>>;
  /** Names of languages in this language: `es: Spanish`. */
  readonly languageNames: Readonly<Record<string, string>>;
  /** Joins of a list: `", "` between, `" and "` before the last. */
  readonly listSeparator: string;
  readonly listLast: string;
  /** Role names of the staff list: `editor: Editor`. */
  readonly roles: Readonly<Record<string, string>>;
  /** Quotation marks: outer and inner, opening and closing. */
  readonly quotes: {
    readonly outer: readonly [string, string];
    readonly inner: readonly [string, string];
  };
  /** How a dash between words is set: `"—"` closed up (en), `" — "`-like patterns with spaces elsewhere. */
  readonly dash: string;
  /** Every other word of the furniture: `page`, `continuedOn`, `contents`, `next`, … Patterns take `{page}`. */
  readonly words: Readonly<Record<string, string>>;
};
