import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Host } from '../host/host.ts';
import type { Span } from '../core/origin.ts';
import { checkSchema } from '../schema/check-schema.ts';
import { LENGTH, LENGTH_WANTED } from '../schema/parse-length.ts';
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
  /** The format when the manifest names none. */
  readonly format: string;
  readonly baseline: string;
  readonly gutter: string;
  readonly margins: string;
  /** The grid of each format, by name. */
  readonly formats: Readonly<Record<string, GridFields>>;
};

/** A theme with its settings. */
export type LoadedTheme = {
  readonly theme: Theme;
  readonly settings: ThemeFields;
  /** The theme.yaml that counts. */
  readonly file: string;
};

/** The theme of galley's package that gives what a paper's own theme leaves out. */
export const DEFAULT_THEME = 'tabloid';

const THEME_SHAPE: Shape<ThemeFields> = fields<ThemeFields>(
  {
    title: optional(text('the name of the theme')),
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
  readonly publicationFolder: string;
  /** Place of the name in the manifest. */
  readonly span: Span | null;
};

/**
 * Finds a theme by name. A file of it is looked for in the paper's `templates/<name>`, the paper's `templates`,
 * galley's `templates/<name>`, and at last galley's default theme. Reports GA140 for a theme that is nowhere.
 */
export function loadTheme(name: string, place: ThemePlace, context: Context): LoadedTheme | null {
  const { host, packageFolder, publicationFolder } = place;
  const own = `${publicationFolder}/templates`;
  const shipped = `${packageFolder}/templates`;
  const isFolder = (path: string): boolean => host.fileKind(path) === 'folder';
  if (!isFolder(`${own}/${name}`) && !isFolder(`${shipped}/${name}`)) {
    const known = [...listFolders(host, shipped), ...listFolders(host, own)];
    const near = suggest(name, known);
    reportFault(context, 'GA140', {
      message: `there is no theme \`${name}\`: no folder of that name in templates/`,
      hint: near === null ? `Themes: ${known.join(', ')}.` : `Did you mean \`${near}\`?`,
      span: place.span,
    });
    return null;
  }
  const candidates = [`${own}/${name}`, own, `${shipped}/${name}`, `${shipped}/${DEFAULT_THEME}`];
  const folders = [...new Set(candidates)].filter(isFolder);
  const fontFolders = [`${publicationFolder}/fonts`, `${packageFolder}/fonts`].filter(isFolder);
  const theme: Theme = { name, folders, fontFolders: [...new Set(fontFolders)] };
  return loadSettings(theme, host, context);
}

function listFolders(host: Host, folder: string): string[] {
  return host.listFolder(folder).filter((name) => host.fileKind(`${folder}/${name}`) === 'folder');
}

function loadSettings(theme: Theme, host: Host, context: Context): LoadedTheme | null {
  const file = theme.folders
    .map((folder) => `${folder}/theme.yaml`)
    .find((path) => host.fileKind(path) === 'file');
  if (file === undefined) {
    reportFault(context, 'GA140', { message: `the theme \`${theme.name}\` has no theme.yaml`, hint: null });
    return null;
  }
  const document: YamlDocument | null = readDocument(host, file, context);
  const settings =
    document === null ? null : checkSchema(THEME_SHAPE, document, { what: 'theme.yaml' }, context);
  return settings === null ? null : { theme, settings, file };
}
