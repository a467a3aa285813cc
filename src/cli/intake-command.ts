import { dirname, join, relative, resolve } from 'node:path';
import { createCollector } from '../diagnostics/context.ts';
import { HostWriteError } from '../host/host.ts';
import { importArticle } from '../intake/import-article.ts';
import { scaffoldPaper } from '../intake/scaffold-paper.ts';
import { manifestsIn } from '../manifest/find-manifest.ts';
import { decodeText } from '../schema/decode-text.ts';
import type { CommandTools } from './build-command.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { relativeTo } from './relative-path.ts';
import { sayUnreadable } from './say-unreadable.ts';

const MANIFEST = 'issue.yaml';

type NewFile = { readonly path: string; readonly text: string };

/** What helps where files are there already. */
const OTHER_FOLDER = 'Choose another folder.';
const OTHER_NAME =
  'It is named after the headline: change that, rename the file that is there, or write over it with --force.';

/**
 * `galley import`: writes an issue made of a typewritten article and tells what was understood. An issue that is there
 * already gets the article, and keeps its manifests, which are never written over.
 */
export async function runImport(
  command: { readonly file: string; readonly into: string; readonly isForced: boolean },
  tools: CommandTools,
): Promise<number> {
  const file = resolve(tools.workingFolder, command.file);
  const into = resolve(tools.workingFolder, command.into);
  const bytes = tools.host.readFile(file);
  if (bytes === null) {
    tools.terminal.error(`error: ${sayUnreadable(command.file, tools.host.whyUnreadable(file))}\n`);
    return 3;
  }
  const context = createCollector();
  const text = decodeText(bytes, file, context);
  printDiagnostics(tools, context.diagnostics);
  if (text === null) return 1;
  const result = importArticle(text, { file });
  printDiagnostics(tools, result.warnings);
  if (result.warnings.some(({ severity }) => severity === 'error')) return 1;
  const isThere = tools.host.fileKind(join(into, MANIFEST)) === 'file';
  const stays = result.files.filter(
    ({ path }) =>
      (isThere || command.isForced) &&
      path.endsWith('.yaml') &&
      tools.host.fileKind(join(into, path)) !== 'missing',
  );
  // The publication of an issue that is there may stand in a folder above it.
  const files = result.files.filter(
    (file) => !(isThere ? file.path.endsWith('.yaml') : stays.includes(file)),
  );
  const refusal = isThere ? OTHER_NAME : OTHER_FOLDER;
  const written = await writeNew(files, { folder: into, refusal: command.isForced ? null : refusal }, tools);
  if (written !== 0) return written;
  for (const { path } of stays)
    tools.terminal.out(
      `${relativeTo(tools.workingFolder, join(into, path))} was there and stays: what the text says of its paper is left to it.\n`,
    );
  const lines = result.understood.map(
    ({ part, line, text: said }) => `  ${String(line).padStart(4)}  ${part}: ${shorten(said)}`,
  );
  tools.terminal.out(`Understood of ${command.file} (line, part, text):\n${lines.join('\n')}\n`);
  tools.terminal.out(nextStep(into, tools));
  return 0;
}

/** `galley init`: writes a new paper with one issue that builds at once. */
export async function runInit(folder: string, tools: CommandTools): Promise<number> {
  const target = resolve(tools.workingFolder, folder);
  const inside = issueAround(target, tools);
  if (inside !== null) {
    const name = relativeTo(tools.workingFolder, inside);
    tools.terminal.error(`error: ${name} is the folder of an issue; nothing was written. ${OTHER_FOLDER}\n`);
    return 3;
  }
  const schemas = join(tools.installation.packageFolder, 'docs/schemas');
  // A path that leads out of the project would be wrong on the next machine.
  const isNear = [schemas, target].every((path) => path.startsWith(`${tools.workingFolder}/`));
  const schemaFolder = isNear ? relative(target, schemas) : null;
  const files = scaffoldPaper({ folderName: target.split('/').at(-1) ?? 'paper', schemaFolder });
  const written = await writeNew(files, { folder: target, refusal: OTHER_FOLDER }, tools);
  if (written !== 0) return written;
  const issue =
    files.find(({ path }) => path.endsWith('issue.yaml'))?.path.replace(/\/?issue\.yaml$/, '') ?? '';
  tools.terminal.out(nextStep(join(target, issue), tools));
  return 0;
}

/** The folder itself or the nearest one above it that is an issue's; null where none is. */
function issueAround(folder: string, { host }: CommandTools): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (manifestsIn(host, at, 'issue').length > 0) return at;
    if (dirname(at) === at) return null;
  }
}

/** The command that builds what was written, to be copied into a shell: npx finds galley in its own folder and elsewhere. */
function nextStep(issueFolder: string, { workingFolder }: CommandTools): string {
  const path = relativeTo(workingFolder, issueFolder);
  const word = /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
  return `Next: npx galley build ${word}\n`;
}

/** Writes files into a folder, all or none; what is there is written over, or refused with what helps instead. */
async function writeNew(
  files: readonly NewFile[],
  { folder, refusal }: { readonly folder: string; readonly refusal: string | null },
  tools: CommandTools,
): Promise<number> {
  const { host, terminal } = tools;
  const existing = files.filter(({ path }) => host.fileKind(join(folder, path)) !== 'missing');
  if (existing.length > 0 && refusal !== null) {
    const names = existing.map(({ path }) => relativeTo(tools.workingFolder, join(folder, path))).join(', ');
    terminal.error(
      `error: ${names} ${existing.length === 1 ? 'is' : 'are'} there already; nothing was written. ${refusal}\n`,
    );
    return 3;
  }
  const encoder = new TextEncoder();
  try {
    await host.writeFiles(
      files.map(({ path, text }) => ({ path: join(folder, path), bytes: encoder.encode(text) })),
    );
  } catch (fault) {
    if (!(fault instanceof HostWriteError)) throw fault;
    terminal.error(`error: ${fault.message}\n`);
    return 3;
  }
  for (const { path } of files)
    terminal.out(`Wrote ${relativeTo(tools.workingFolder, join(folder, path))}\n`);
  return 0;
}

const shorten = (text: string): string => (text.length > 72 ? `${text.slice(0, 69)}…` : text);
