import { pt } from '../core/units.ts';
import type { Context } from '../diagnostics/context.ts';
import { createCollector, reportFault } from '../diagnostics/context.ts';
import { compareCodePoints } from '../host/compare-code-points.ts';
import type { Host } from '../host/host.ts';
import type { LoadedManifest } from '../manifest/load-manifest.ts';
import { loadLocale } from '../manifest/load-locale.ts';
import { DEFAULT_THEME, loadTheme } from '../manifest/load-theme.ts';
import type { Locale } from '../manifest/locale.ts';
import type { Theme } from '../manifest/theme.ts';
import { parseDate } from './calendar.ts';
import type { DateReading } from './calendar.ts';
import type { Edition, Issue, PageGrid } from './edition.ts';
import { checkLanguages } from './check-languages.ts';
import { findStories } from './find-stories.ts';
import { checkPlaceholders, ISSUE_LINE_WORDS } from './issue-line.ts';
import { fallbackName, languagesOf } from './paper-facts.ts';
import { planSections, storyPlaces } from './plan-sections.ts';
import { checkArchive, findSiblings } from './resolve-archive.ts';
import { checkStoryKeys } from './resolve-corrections.ts';
import { resolveEdition } from './resolve-edition.ts';
import { resolveGrid } from './resolve-grid.ts';
import { checkMasthead } from './resolve-masthead.ts';
import { resolvePictures } from './resolve-pictures.ts';
import { orderByPages } from './order-by-pages.ts';
import { resolvePlan } from './resolve-plan.ts';

/** What resolving asks of its surroundings. */
export type ResolveOptions = {
  readonly host: Host;
  readonly packageFolder: string;
  /** Pictures that are missing are no errors. */
  readonly isDraft?: boolean;
};

/** What comes of a manifest. */
export type Resolution = {
  /** Null when there is no date, theme, grid or language to make an edition of. */
  readonly issue: Issue | null;
  /** One a language; where there are faults they are good for finding further ones, and for nothing else. */
  readonly editions: readonly Edition[];
};

/**
 * An issue with one edition per language: defaults applied, articles read, every date, length, address and reference
 * checked. All faults are reported (GA101, GA102, GA115, GA120–GA158, GA208, and those of theme and locale files).
 */
export function resolveIssue(loaded: LoadedManifest, options: ResolveOptions, context: Context): Resolution {
  const languages = languagesOf(loaded);
  const date = checkDate(loaded, context);
  checkLanguages(loaded, context);
  checkMasthead(loaded, context);
  checkPatterns(loaded, context);
  const archivePattern = checkArchive(loaded, context);
  const asked = { folder: loaded.folder, languages, askedAt: storyPlaces(loaded) };
  const files = findStories(asked, options.host, context);
  checkStoryKeys(loaded, [...files.keys()], context);
  const sections = planSections(loaded, files, context);
  const look = findLook(loaded, options, context);
  const { grid, locales } = look;
  const known = { stories: [...files.keys()], sections: sections.sections.map(({ id }) => id) };
  const pages = resolvePlan(loaded, known, context);
  const plan = { ...sections, sections: orderByPages(sections.sections, pages.rules) };
  const pictures = resolvePictures(
    loaded,
    { host: options.host, grid, isDraft: options.isDraft ?? false },
    context,
  );
  if (look.theme === null) return { issue: null, editions: [] };
  // Without a date or a grid the editions are made only to tell what else is wrong.
  const { start, end } = date ?? NO_DAY;
  const shared = { loaded, languages, start, end, theme: look.theme, grid: grid ?? NO_GRID, files, plan };
  const frame = {
    ...shared,
    siblings: findSiblings(loaded, options),
    archivePattern,
    pages,
    pictures,
  };
  const editions = locales.map((locale) => resolveEdition(frame, locale, context));
  if (date === null || grid === null || editions.length === 0) return { issue: null, editions };
  const articles = [...files.values()].flatMap((versions) =>
    [...versions.values()].map((version) => version.file),
  );
  const sources = [...new Set([...loaded.sources, ...articles])].sort(compareCodePoints);
  return { issue: { folder: loaded.folder, issueId: loaded.issueId, editions, sources }, editions };
}

const NO_DAY = { start: { year: 1, month: 1, day: 1 }, end: null };
const NOTHING = { x: pt(0), y: pt(0), width: pt(0), height: pt(0) };
const NO_GRID = { formatName: '', trim: NOTHING, live: NOTHING, columns: 1, gutter: pt(0), baseline: pt(1) };

/** What the issue looks like: its theme, its grid, and its words in each language. Null where there is a fault. */
type Look = {
  readonly theme: Theme | null;
  readonly grid: PageGrid | null;
  readonly locales: readonly Locale[];
};

function findLook(loaded: LoadedManifest, options: ResolveOptions, context: Context): Look {
  const { host } = options;
  const paperFolders = [...new Set([loaded.folder, loaded.publicationFolder])];
  const place = { ...options, paperFolders, span: loaded.spanOf(['theme']) };
  const found = loadTheme(loaded.values.theme ?? DEFAULT_THEME, place, context);
  const grid = resolveGrid(loaded, found, context);
  // What languages lack is told with the usual theme where the one that is asked for is missing.
  const theme = found?.theme ?? loadTheme(DEFAULT_THEME, place, createCollector())?.theme ?? null;
  if (theme === null) return { theme, grid, locales: [] };
  const locales = languagesOf(loaded)
    .map((language, index) => {
      const span = loaded.spanOf(['languages', index]) ?? loaded.spanOf(['languages']);
      return loadLocale(language, { host, theme, span }, context);
    })
    .filter((locale): locale is Locale => locale !== null);
  return { theme, grid, locales };
}

/** The date of the issue; null where it has none, or one that is none. */
function checkDate(loaded: LoadedManifest, context: Context): Exclude<DateReading, { kind: 'fault' }> | null {
  const { values } = loaded;
  const reading = values.date === null ? null : parseDate(values.date);
  if (reading?.kind === 'fault') {
    const message = `\`date\` cannot be \`${values.date ?? ''}\`: ${reading.reason}`;
    reportFault(context, 'GA120', { message, span: loaded.spanOf(['date']) });
  }
  const day = values.revised?.slice(0, 10) ?? null;
  const revised = day === null ? null : parseDate(day);
  const time = values.revised?.slice(11, 19) ?? '';
  const isTime = time === '' || /^(?:[01]\d|2[0-3]):[0-5]\d/.test(time);
  if (revised?.kind === 'fault' || !isTime) {
    const reason = revised?.kind === 'fault' ? revised.reason : 'there is no such time of day';
    const message = `\`revised\` cannot be \`${values.revised ?? ''}\`: ${reason}`;
    reportFault(context, 'GA120', {
      message,
      hint: 'Write 2026-03-20 or 2026-03-20T12:00:00Z.',
      span: loaded.spanOf(['revised']),
    });
  }
  // A name that is a list, say, is told as such.
  const named = loaded.spanOf(['name']);
  if (values.name === null && (named === null || named.start === named.end)) {
    const message = `the paper has no name; \`${fallbackName(loaded)}\`, after its folder, is printed`;
    reportFault(context, 'GA115', {
      message,
      span: { file: loaded.publicationFile ?? loaded.manifestFile, start: 0, end: 0 },
    });
  }
  return reading?.kind === 'fault' ? null : reading;
}

function checkPatterns(loaded: LoadedManifest, context: Context): void {
  const words = { issueLine: ISSUE_LINE_WORDS, availability: ['languages'] } as const;
  for (const key of ['issueLine', 'availability'] as const) {
    const value = loaded.values[key];
    if (value === null) continue;
    const texts = typeof value === 'string' ? [[null, value] as const] : Object.entries(value);
    for (const [language, text] of texts) {
      const span = loaded.spanOf(language === null ? [key] : [key, language]);
      checkPlaceholders(text, words[key], { key, span }, context);
    }
  }
}
