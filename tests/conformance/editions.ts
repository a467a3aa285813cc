import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateIssue, type GeneratedIssue } from './generate-issue.ts';
import { runProgram } from './run-program.ts';

/** The outputs of some issues, built by the bundled command line as a user builds them. */
export type Editions = {
  /** Absolute paths, sorted. */
  readonly pdfs: readonly string[];
  readonly epubs: readonly string[];
  /** What went wrong: the command, its exit code, what it said. Empty when every issue was built. */
  readonly faults: readonly string[];
};

const repository = join(dirname(fileURLToPath(import.meta.url)), '../..');
const program = join(repository, 'dist/galley.mjs');

/** An issue that stands in the repository, a typed article that is imported first, or a paper made up by a program. */
type Source =
  | { readonly issue: string; readonly options: readonly string[] }
  | { readonly typed: string }
  | { readonly generated: GeneratedIssue; readonly options: readonly string[] };

const greek = { language: 'el', format: 'compact-tabloid', storyWords: 480, isPlanned: false } as const;

/** Every kind of PDF. */
const everyPdf = ['--profile', 'screen,archive,print,next', '--impose', 'booklet'];

function sources(): readonly Source[] {
  const own: readonly Source[] = [
    { issue: join(repository, 'issues/0898'), options: everyPdf },
    { issue: join(repository, 'issues/demo'), options: ['--profile', 'screen,archive,next'] },
    { generated: { ...greek, pages: 16 }, options: [...everyPdf, '--only', 'pdf'] },
    {
      generated: { pages: 64, language: 'en', format: 'a4', storyWords: 280, isPlanned: true },
      options: ['--profile', 'screen,archive,next', '--only', 'pdf'],
    },
    { generated: { ...greek, pages: 4 }, options: ['--theme', 'broadsheet', '--only', 'pdf'] },
    { generated: { ...greek, pages: 4 }, options: ['--theme', 'reader', '--only', 'pdf'] },
    { typed: join(repository, 'tests/conformance/typed-article.txt') },
  ];
  const given = process.env['GALLEY_ARTICLE'];
  return given === undefined ? own : [...own, { typed: given }];
}

/** Builds every source into a temporary folder. The caller removes it by {@link removeEditions}. */
export function buildEditions(): Editions & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'galley-editions-'));
  const faults = sources().flatMap((source, index) => buildSource(source, join(folder, String(index))));
  const files = filesUnder(folder);
  return {
    folder,
    pdfs: files.filter((file) => /\/out\/[^/]+\.pdf$/.test(file)),
    epubs: files.filter((file) => /\/out\/[^/]+\.epub$/.test(file)),
    faults,
  };
}

export function removeEditions(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function buildSource(source: Source, folder: string): readonly string[] {
  if (!existsSync(program)) return ['dist/galley.mjs does not exist: npm run build'];
  const issue = 'issue' in source ? source.issue : join(folder, 'issues/0001');
  const imported = 'typed' in source ? galley(['import', source.typed, '--into', issue]) : [];
  if ('generated' in source) generateIssue(issue, source.generated);
  const options = 'options' in source ? source.options : [];
  return [...imported, ...galley(['build', issue, '--out', join(folder, 'out'), '--quiet', ...options])];
}

function galley(parameters: readonly string[]): readonly string[] {
  const { status, output, errors } = runProgram(process.execPath, [program, ...parameters]);
  return status === 0 ? [] : [`galley ${parameters.join(' ')}\nexit ${status}\n${errors}${output}`];
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
