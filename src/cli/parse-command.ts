import { parseArgs, type ParseArgsConfig } from 'node:util';
import { suggest } from '../diagnostics/suggest.ts';
import { PDF_PROFILES, sortProfiles, type PdfProfile } from '../edition/profiles.ts';
import type { AskedLayout } from '../manifest/asked-layout.ts';
import type { CacheChoice } from './open-cache.ts';
import type { Imposition } from '../pdf/sheet-order.ts';

/** What the command line asks for. */
export type Command =
  /** Of one command; null tells of all. */
  | { readonly kind: 'help'; readonly of: string | null }
  | { readonly kind: 'version' }
  | { readonly kind: 'usage-error'; readonly message: string }
  | BuildCommand
  | LintCommand
  | PlanCommand
  | { readonly kind: 'import'; readonly file: string; readonly into: string; readonly isForced: boolean }
  | { readonly kind: 'init'; readonly folder: string }
  | { readonly kind: 'extract'; readonly file: string; readonly into: string; readonly isForced: boolean }
  | CheckCommand;

/** `galley check`. */
export type CheckCommand = {
  readonly kind: 'check';
  readonly files: readonly string[];
  /** Prints what a listener hears, instead of checking. */
  readonly readingOrder: boolean;
  readonly isJson: boolean;
};

/** `galley build`. */
export type BuildCommand = {
  readonly kind: 'build';
  readonly issues: readonly string[];
  readonly only: 'pdf' | 'epub' | null;
  readonly out: string;
  readonly languages: readonly string[] | null;
  readonly layout: AskedLayout;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
  readonly watch: boolean;
  readonly cover: boolean;
  /** Builds even where matter is overset or pictures are missing. */
  readonly draft: boolean;
  /** Null makes the PDFs that the manifest names. */
  readonly profiles: readonly PdfProfile[] | null;
  readonly impose: Imposition | null;
  readonly cache: CacheChoice;
  /** Also tells what the PDFs' bytes are spent on. */
  readonly sizes: boolean;
};

/** `galley plan`. */
export type PlanCommand = {
  readonly kind: 'plan';
  readonly issue: string;
  readonly languages: readonly string[] | null;
  readonly layout: AskedLayout;
  readonly isJson: boolean;
  /** Folder for a drawing of each edition; null draws none. */
  readonly svg: string | null;
};

/** `galley lint`. */
export type LintCommand = {
  readonly kind: 'lint';
  readonly issue: string;
  readonly languages: readonly string[] | null;
  readonly layout: AskedLayout;
  readonly isJson: boolean;
};

const COMMANDS = ['build', 'plan', 'lint', 'import', 'init', 'check', 'extract', 'help', 'version'] as const;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  only: { type: 'string' },
  out: { type: 'string', short: 'o' },
  lang: { type: 'string', multiple: true, short: 'l' },
  theme: { type: 'string', short: 't' },
  format: { type: 'string', short: 'f' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  watch: { type: 'boolean', short: 'w' },
  cover: { type: 'boolean' },
  draft: { type: 'boolean' },
  profile: { type: 'string', multiple: true, short: 'p' },
  impose: { type: 'string' },
  sizes: { type: 'boolean' },
  'cache-dir': { type: 'string' },
  'no-cache': { type: 'boolean' },
  into: { type: 'string' },
  force: { type: 'boolean' },
  'reading-order': { type: 'boolean' },
  svg: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

/** Options that each command takes; `--help` goes with all. */
const OPTIONS_OF: Readonly<Record<string, readonly string[]>> = {
  build: [
    'only',
    'out',
    'lang',
    'theme',
    'format',
    'json',
    'quiet',
    'watch',
    'cover',
    'draft',
    'profile',
    'impose',
    'sizes',
    'cache-dir',
    'no-cache',
  ],
  plan: ['lang', 'theme', 'format', 'json', 'svg'],
  lint: ['lang', 'theme', 'format', 'json'],
  import: ['into', 'force'],
  init: [],
  check: ['reading-order', 'json'],
  extract: ['into', 'force'],
};

const problem = (message: string): Command => ({ kind: 'usage-error', message });

/** Reads the arguments after the program's name. */
export function parseCommand(args: readonly string[]): Command {
  const parsed = readArgs(args);
  if (typeof parsed === 'string') return problem(parsed);
  const { values, positionals } = parsed;
  const [name, ...operands] = positionals;
  if (values.version === true || name === 'version') return { kind: 'version' };
  const asked = name === 'help' ? operands[0] : name;
  const allowed = asked === undefined ? [] : OPTIONS_OF[asked];
  if ((values.help === true || name === undefined || name === 'help') && allowed !== undefined)
    return { kind: 'help', of: asked ?? null };
  if (allowed === undefined) {
    const meant = suggest(asked ?? '', COMMANDS);
    return problem(
      `there is no command "${asked ?? ''}"${meant === null ? '' : `; did you mean "${meant}"?`}`,
    );
  }
  const foreign = Object.keys(values).find((option) => !allowed.includes(option));
  if (foreign !== undefined) {
    const own = allowed.map((option) => `--${option}`).join(', ');
    return problem(`"galley ${name}" has no option --${foreign}; it takes ${own === '' ? 'none' : own}`);
  }
  return commandOf(name ?? '', operands, values);
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>['values'];

/** `-v` asks other programs for their version. */
const longVersion = (arg: string): string => (arg === '-v' ? '--version' : arg);

function readArgs(
  args: readonly string[],
): { readonly values: Values; readonly positionals: readonly string[] } | string {
  try {
    return parseArgs({ args: args.map(longVersion), options: OPTIONS, allowPositionals: true });
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault);
    const [, dashes = '--', unknown = ''] = /'(--?)([^'=]+)/.exec(message) ?? [];
    const meant = suggest(unknown, Object.keys(OPTIONS));
    if (message.startsWith('Unknown option')) {
      return `there is no option ${dashes}${unknown}${meant === null ? '' : `; did you mean --${meant}?`}`;
    }
    return message.split('\n')[0] ?? message;
  }
}

function commandOf(name: string, operands: readonly string[], values: Values): Command {
  const [first] = operands;
  switch (name) {
    case 'build':
      return buildCommand(operands, values);
    case 'plan':
      return planCommand(operands, values);
    case 'lint':
      return lintCommand(operands, values);
    case 'import':
      if (first === undefined || operands.length > 1)
        return problem('"galley import" wants one file: galley import <typed-article.txt> --into <folder>');
      if (values.into === undefined)
        return problem('"galley import" wants the folder to write to: --into issues/<number>');
      return { kind: 'import', file: first, into: values.into, isForced: values.force === true };
    case 'init':
      if (first === undefined || operands.length > 1)
        return problem('"galley init" wants one folder: galley init <folder>');
      return { kind: 'init', folder: first };
    case 'extract':
      if (first === undefined || operands.length > 1)
        return problem('"galley extract" wants one file: galley extract <archive.pdf> --into <folder>');
      return { kind: 'extract', file: first, into: values.into ?? '.', isForced: values.force === true };
    default:
      if (operands.length === 0) return problem('"galley check" wants a file: galley check <pdf>');
      if (values['reading-order'] === true && values.json === true)
        return problem('--reading-order and --json do not go together');
      return {
        kind: 'check',
        files: operands,
        readingOrder: values['reading-order'] === true,
        isJson: values.json === true,
      };
  }
}

/** Options that say which PDFs to make. */
const PDF_OPTIONS = ['profile', 'impose'] as const;

function buildCommand(operands: readonly string[], values: Values): Command {
  if (operands.length === 0)
    return problem('"galley build" wants the folder of an issue: galley build issues/0898');
  const { only } = values;
  if (only !== undefined && only !== 'pdf' && only !== 'epub')
    return problem(`--only is pdf or epub, not "${only}"`);
  if (values['cache-dir'] !== undefined && values['no-cache'] === true)
    return problem('--cache-dir and --no-cache do not go together');
  if (values.watch === true && values.json === true) return problem('--watch and --json do not go together');
  const languages = listed(values.lang);
  const profiles = readProfiles(listed(values.profile));
  if (typeof profiles === 'string') return problem(profiles);
  const { impose } = values;
  if (impose !== undefined && impose !== 'booklet' && impose !== '2up')
    return problem(`--impose is booklet or 2up, not "${impose}"`);
  if (impose !== undefined && profiles?.includes('print') === false)
    return problem('--impose lays the pages of print on sheets: add --profile print');
  const ofPdf = PDF_OPTIONS.find((option) => values[option] !== undefined);
  if (only === 'epub' && ofPdf !== undefined)
    return problem(`--only epub makes no PDF: leave --${ofPdf} out`);
  if (values.out?.trim() === '') return problem('--out wants the name of a folder');
  return {
    kind: 'build',
    issues: operands,
    only: only ?? null,
    out: values.out ?? 'out',
    languages: languages.length === 0 ? null : languages,
    layout: layoutOf(values),
    isJson: values.json === true,
    isQuiet: values.quiet === true,
    watch: values.watch === true,
    cover: values.cover === true,
    draft: values.draft === true,
    profiles,
    impose: impose ?? null,
    cache: cacheOf(values),
    sizes: values.sizes === true,
  };
}

function planCommand(operands: readonly string[], values: Values): Command {
  const [issue] = operands;
  if (issue === undefined || operands.length > 1)
    return problem('"galley plan" wants the folder of one issue: galley plan issues/0898');
  const languages = listed(values.lang);
  return {
    kind: 'plan',
    issue,
    languages: languages.length === 0 ? null : languages,
    layout: layoutOf(values),
    isJson: values.json === true,
    svg: values.svg ?? null,
  };
}

function lintCommand(operands: readonly string[], values: Values): Command {
  const [issue] = operands;
  if (issue === undefined || operands.length > 1)
    return problem('"galley lint" wants the folder of one issue: galley lint issues/0898');
  const languages = listed(values.lang);
  return {
    kind: 'lint',
    issue,
    languages: languages.length === 0 ? null : languages,
    layout: layoutOf(values),
    isJson: values.json === true,
  };
}

const layoutOf = ({ theme, format }: Values): AskedLayout => ({
  theme: theme ?? null,
  format: format ?? null,
});

function cacheOf(values: Values): CacheChoice {
  if (values['no-cache'] === true) return { kind: 'none' };
  const folder = values['cache-dir'];
  return folder === undefined ? { kind: 'user' } : { kind: 'folder', folder };
}

/** Values of an option that may be given more than once, or with commas. */
const listed = (values: readonly string[] | undefined): readonly string[] =>
  (values ?? []).flatMap((list) => list.split(',')).filter((value) => value !== '');

/** Profiles in their own order, null for none; a message for a word that is none. */
function readProfiles(words: readonly string[]): readonly PdfProfile[] | null | string {
  const isProfile = (word: string): word is PdfProfile => PDF_PROFILES.some((known) => known === word);
  const foreign = words.find((word) => !isProfile(word));
  if (foreign !== undefined) {
    const meant = suggest(foreign, PDF_PROFILES);
    const known = meant === null ? PDF_PROFILES.join(', ') : `did you mean "${meant}"?`;
    return `there is no profile "${foreign}": ${known}`;
  }
  return words.length === 0 ? null : sortProfiles(words.filter(isProfile));
}
