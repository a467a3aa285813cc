import { reportFault, type Context } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Edition } from '../edition/edition.ts';
import type { Host } from '../host/host.ts';

const FILES_OF_THEME: readonly string[] = ['print.css', 'reader.css', 'theme.yaml'];
const FOLDERS_OF_THEME: readonly string[] = ['epub', 'images', 'locale', 'pages', 'partials'];

/** A folder with folders that something is read from, and what a folder with another name has in it for a reason. */
type Level = { readonly known: readonly string[]; readonly reasons: readonly string[] };

/** The folder of an issue, or of its paper, which holds issues too. */
const PAPER: Level = {
  known: ['articles', 'fonts', 'images', 'templates'],
  reasons: ['issue.yaml', 'issue.yml', 'issue.json'],
};

/** A theme; those of the paper may stand in `templates/` itself, and further themes beside them. */
const THEME: Level = { known: FOLDERS_OF_THEME, reasons: [...FOLDERS_OF_THEME, ...FILES_OF_THEME] };

const TEMPLATES = 'Templates stand in pages/, partials/ and epub/, and their names end in .hbs.';
const SHEETS = 'Style sheets are print.css, for pages, and reader.css, for the EPUB.';
const SETTINGS = 'The settings of a theme are theme.yaml; words of a language stand in locale/.';

/** Files that somebody wrote for galley, by their endings, and where such are read: pictures and licences are not among them. */
const WRITTEN: ReadonlyMap<string, string> = new Map([
  ...['css', 'scss', 'sass', 'less'].map((ending) => [ending, SHEETS] as const),
  ...['hbs', 'handlebars', 'html', 'htm'].map((ending) => [ending, TEMPLATES] as const),
  ...['yaml', 'yml', 'json'].map((ending) => [ending, SETTINGS] as const),
]);

const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** What a folder of a theme reads, and what helps with anything else. */
const ENDINGS: Readonly<Record<string, { readonly ending: string; readonly hint: string }>> = {
  epub: { ending: '.hbs', hint: 'The name of a template ends in .hbs.' },
  pages: { ending: '.hbs', hint: 'The name of a template ends in .hbs.' },
  partials: { ending: '.hbs', hint: 'The name of a template ends in .hbs.' },
  locale: { ending: '.yaml', hint: 'The words of a language stand in a file that ends in .yaml.' },
};

/**
 * Looks for what galley passes over because of its name: folders named much like one that is read, and style sheets,
 * templates and settings under a name or in a place where none are read. Reports GA320. Anything else may lie about.
 */
export function checkFileNames(edition: Edition, host: Host, context: Context): void {
  const folders = new Set([edition.folder, edition.publicationFolder]);
  const themes = edition.theme.folders.filter((folder) =>
    [...folders].some((own) => folder.startsWith(`${own}/`)),
  );
  const tell: Tell = (path, hint) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const what = host.fileKind(path) === 'folder' ? `the folder ${name}/` : `the file ${name}`;
    reportFault(context, 'GA320', {
      message: `${what} is not read`,
      hint,
      span: { file: path, start: 0, end: 0 },
    });
  };
  for (const folder of folders) tellFolders(folder, PAPER, { host, tell });
  for (const folder of themes) {
    tellFolders(folder, THEME, { host, tell });
    tellFiles(folder, { host, tell });
    tellEndings(folder, { host, tell });
  }
}

type Tell = (path: string, hint: string) => void;
type Telling = { readonly host: Host; readonly tell: Tell };

/** Folders named much like one that is read. */
function tellFolders(folder: string, { known, reasons }: Level, { host, tell }: Telling): void {
  for (const name of host.listFolder(folder)) {
    const path = `${folder}/${name}`;
    const meant = known.includes(name) ? null : suggest(name, known, 4);
    if (meant === null || host.fileKind(path) !== 'folder' || isSame(name, known, { folder, host })) continue;
    if (!host.listFolder(path).some((inside) => reasons.includes(inside)))
      tell(path, `Did you mean ${meant}/? What is in it is read from there.`);
  }
}

/** Files in the folders of a theme whose ending is not the one that is read there. */
function tellEndings(folder: string, { host, tell }: Telling): void {
  for (const [inner, { ending, hint }] of Object.entries(ENDINGS)) {
    const others = writtenIn(`${folder}/${inner}`, host).filter((name) => !name.endsWith(ending));
    for (const name of others) tell(`${folder}/${inner}/${name}`, hint);
  }
}

/** Style sheets, templates and settings in the folder of a theme itself. */
function tellFiles(folder: string, { host, tell }: Telling): void {
  for (const name of writtenIn(folder, host)) {
    if (FILES_OF_THEME.includes(name) || isSame(name, FILES_OF_THEME, { folder, host })) continue;
    const meant = suggest(name, FILES_OF_THEME);
    const hint =
      meant === null ? WRITTEN.get(endingOf(name)) : `Did you mean ${meant}? Give the file that name.`;
    tell(`${folder}/${name}`, hint ?? SETTINGS);
  }
}

const writtenIn = (folder: string, host: Host): readonly string[] =>
  host
    .listFolder(folder)
    .filter(
      (name) =>
        WRITTEN.has(endingOf(name)) && !name.startsWith('.') && host.fileKind(`${folder}/${name}`) === 'file',
    );

type Place = { readonly folder: string; readonly host: Host };

/** Whether a name is read under another: a file system that does not tell capitals gives `Images` for `images`. */
function isSame(name: string, known: readonly string[], { folder, host }: Place): boolean {
  const same = known.find((one) => one === name.toLowerCase() && one !== name);
  if (same === undefined || host.listFolder(folder).includes(same)) return false;
  return host.fileKind(`${folder}/${same}`) !== 'missing';
}
