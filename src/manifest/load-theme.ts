import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Host } from '../host/host.ts';
import type { Span } from '../core/origin.ts';
import { checkSchema } from '../schema/check-schema.ts';
import { LENGTH, LENGTH_WANTED } from '../schema/parse-length.ts';
import { isPlainMap, mergeAll } from '../schema/merge-documents.ts';
import type { Shape } from '../schema/shape.ts';
import { fields, mapOf, optional, pattern, text } from '../schema/shape.ts';
import type { YamlDocument } from '../schema/yaml-document.ts';
import type { GridFields } from './manifest-schema.ts';
import { GRID_SHAPE } from './manifest-schema.ts';
import { readDocument } from './read-document.ts';
import type { Theme } from './theme.ts';

/** theme.yaml: what the theme sets when the manifest does not. */
export type ThemeFields = {
  readonly title: string | null;
  /** The theme that gives what this one leaves out; null is {@link DEFAULT_THEME}. */
  readonly extends: string | null;
  /** The format when the manifest names none. */
  readonly format: string;
  readonly baseline: string;
  readonly gutter: string;
  readonly margins: string;
  /** The grid of each format, by name. */
  readonly formats: Readonly<Record<string, GridFields>>;
};

/** A theme with its settings. */
export type LoadedTheme = { readonly theme: Theme; readonly settings: ThemeFields };

/** The theme of galley's package that gives what a theme leaves out when it extends no other. */
export const DEFAULT_THEME = 'tabloid';

const THEME_SHAPE: Shape<ThemeFields> = fields<ThemeFields>(
  {
    title: optional(text('the name of the theme')),
    extends: optional(text('the name of another theme')),
    format: text('the format when the manifest names none'),
    baseline: pattern(LENGTH, LENGTH_WANTED),
    gutter: pattern(LENGTH, LENGTH_WANTED),
    margins: pattern(LENGTH, LENGTH_WANTED),
    formats: mapOf(GRID_SHAPE, 'a map of formats, each with its grid'),
  },
  'the settings of a theme',
);

/** Where a theme is looked for. */
export type ThemePlace = {
  readonly host: Host;
  readonly packageFolder: string;
  /** Folders with templates/ and fonts/ of their own, the nearest first: the issue's, the publication's. */
  readonly paperFolders: readonly string[];
  /** Place of the name in the manifest. */
  readonly span: Span | null;
};

/** A theme by itself: its folders, the paper's own first, and their theme.yaml files merged; null without one. */
type OwnTheme = { readonly folders: readonly string[]; readonly document: YamlDocument | null };

/**
 * Finds a theme by name. A file of it is looked for in `templates/<name>` and `templates` of the issue, in those of its
 * paper, in galley's `templates/<name>`, then in those of the theme that it extends, and so on to galley's default theme; what
 * a theme.yaml leaves out comes from the next one. Reports GA140 for a theme that is nowhere, and
 * for one that extends itself.
 */
export function loadTheme(name: string, place: ThemePlace, context: Context): LoadedTheme | null {
  const { host, packageFolder, paperFolders } = place;
  const chain = followChain(name, place, context);
  if (chain === null) return null;
  const fontFolders = [...paperFolders, packageFolder].map((folder) => `${folder}/fonts`);
  const theme: Theme = {
    name,
    folders: [...new Set(chain.flatMap(({ folders }) => folders))],
    fontFolders: [...new Set(fontFolders)].filter((path) => host.fileKind(path) === 'folder'),
  };
  const settings = mergeSettings(chain, name, context);
  return settings === null ? null : { theme, settings };
}

/** The theme, the one that it extends, and so on. */
function followChain(name: string, place: ThemePlace, context: Context): readonly OwnTheme[] | null {
  const chain = new Map<string, OwnTheme>();
  let next: string | null = name;
  let span = place.span;
  while (next !== null) {
    const isFirst = chain.size === 0;
    if (chain.has(next)) {
      const way = [...chain.keys(), next].join(' extends ');
      const message = `the theme \`${next}\` extends itself: ${way}`;
      const hint = 'Let `extends` name another theme, or take it out: then galley’s own theme is extended.';
      reportFault(context, 'GA140', { message, hint, span });
      return null;
    }
    const own = readOwn(next, { ...place, span }, isFirst, context);
    if (own === null) return null;
    chain.set(next, own);
    const given: string | null = extendedBy(own);
    span = own.document?.spanOf(['extends']) ?? null;
    next = given ?? (next === DEFAULT_THEME ? null : DEFAULT_THEME);
  }
  return [...chain.values()];
}

function extendedBy({ document }: OwnTheme): string | null {
  const value = document !== null && isPlainMap(document.value) ? document.value['extends'] : null;
  return typeof value === 'string' ? value : null;
}

/** `isFirst`: the theme of the manifest itself, over which files count that lie in `templates/` itself. */
function readOwn(name: string, place: ThemePlace, isFirst: boolean, context: Context): OwnTheme | null {
  const { host, packageFolder, paperFolders } = place;
  const own = paperFolders.map((folder) => `${folder}/templates`);
  const shipped = `${packageFolder}/templates`;
  const isFolder = (path: string): boolean => host.fileKind(path) === 'folder';
  const named = [...own, shipped].map((folder) => `${folder}/${name}`);
  if (!named.some(isFolder)) {
    const known = [...new Set([shipped, ...own].flatMap((folder) => listFolders(host, folder)))];
    const near = suggest(name, known);
    reportFault(context, 'GA140', {
      message: `there is no theme \`${name}\`: no folder of that name in templates/`,
      hint: near === null ? `Themes: ${known.join(', ')}.` : `Did you mean \`${near}\`?`,
      span: place.span,
    });
    return null;
  }
  const laidOver = own.flatMap((folder) => [`${folder}/${name}`, folder]);
  const candidates = isFirst ? [...laidOver, `${shipped}/${name}`] : named;
  const folders = [...new Set(candidates)].filter(isFolder);
  const files = folders
    .map((folder) => `${folder}/theme.yaml`)
    .filter((path) => host.fileKind(path) === 'file');
  return { folders, document: mergeAll(files.map((file) => readDocument(host, file, context))) };
}

/** Folders of a theme itself, which may stand in `templates/`. */
const NO_THEMES: ReadonlySet<string> = new Set(['pages', 'partials', 'epub', 'locale', 'images']);

function listFolders(host: Host, folder: string): string[] {
  return host
    .listFolder(folder)
    .filter((name) => !NO_THEMES.has(name) && host.fileKind(`${folder}/${name}`) === 'folder');
}

function mergeSettings(chain: readonly OwnTheme[], name: string, context: Context): ThemeFields | null {
  const document = mergeAll(chain.map((own) => own.document));
  if (document === null) {
    reportFault(context, 'GA140', { message: `the theme \`${name}\` has no theme.yaml`, hint: null });
    return null;
  }
  return checkSchema(THEME_SHAPE, document, { what: 'theme.yaml' }, context);
}
