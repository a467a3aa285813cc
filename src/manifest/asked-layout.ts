import type { LoadedManifest } from './load-manifest.ts';
import { DEFAULT_THEME } from './load-theme.ts';

/** How the command line wants an issue to look; null leaves it to the manifest. */
export type AskedLayout = { readonly theme: string | null; readonly format: string | null };

/**
 * The manifest with the theme and the format asked for. What it says for its own pages alone is set aside: `grid`,
 * `pages`, the pages of advertisements, and with another theme its `format`. The names of what is asked for and
 * differs go into the names of the files, so that no edition is written over another.
 */
export function withLayout(loaded: LoadedManifest, asked: AskedLayout): LoadedManifest {
  const { values } = loaded;
  const theme = asked.theme === (values.theme ?? DEFAULT_THEME) ? null : asked.theme;
  const format = isSameName(asked.format, values.format) ? null : asked.format;
  if (theme === null && format === null) return loaded;
  const isReplaced = (key: unknown): boolean =>
    key === 'format' || (key === 'theme' && theme !== null) || key === 'grid' || key === 'pages';
  return {
    ...loaded,
    values: {
      ...values,
      theme: theme ?? values.theme,
      format: format ?? (theme === null ? values.format : null),
      grid: null,
      pages: null,
      ads: values.ads?.map((ad) => ({ ...ad, page: null })) ?? null,
    },
    spanOf: (path) => (isReplaced(path[0]) ? null : loaded.spanOf(path)),
    keySpanOf: (path) => (isReplaced(path[0]) ? null : loaded.keySpanOf(path)),
    layout: namesOf(theme, format),
  };
}

/** Formats that are named as one of galley's themes. */
const NAMED_AS_THEMES: ReadonlySet<string> = new Set(['broadsheet', 'reader', 'tabloid']);

/** What the names of the files say: a format alone is told from the theme of its name. */
function namesOf(theme: string | null, format: string | null): readonly string[] {
  if (theme === null && format !== null && NAMED_AS_THEMES.has(format.toLowerCase()))
    return [`format-${format}`];
  return [...new Set([theme, format])].filter((name) => name !== null);
}

function isSameName(asked: string | null, given: unknown): boolean {
  return asked !== null && typeof given === 'string' && asked.toLowerCase() === given.trim().toLowerCase();
}
