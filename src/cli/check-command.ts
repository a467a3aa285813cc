import { resolve } from 'node:path';
import { readEpub } from '../epub/read-epub.ts';
import { preflightPdf, type PreflightReport } from '../pdf/preflight/preflight.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import type { RefusedFile } from '../pdf/syntax/parse-file.ts';
import { createCollector, reportFault } from '../diagnostics/context.ts';
import { formatReadingOrder } from '../proof/format-reading-order.ts';
import type { CommandTools } from './build-command.ts';
import { formatPreflight } from './format-preflight.ts';
import type { CheckCommand } from './parse-command.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { sayUnreadable } from './say-unreadable.ts';

/** Checks PDFs, or prints what a listener hears of finished files, in order. Returns the exit code. */
export async function runCheck(command: CheckCommand, tools: CommandTools): Promise<number> {
  let exitCode = 0;
  const reports: object[] = [];
  for (const file of command.files) {
    const path = resolve(tools.workingFolder, file);
    const bytes = tools.host.readFile(path);
    if (bytes === null) {
      tools.terminal.error(`error: ${sayUnreadable(file, tools.host.whyUnreadable(path))}\n`);
      exitCode = 3;
      continue;
    }
    if (command.readingOrder) {
      exitCode = Math.max(exitCode, await printReadingOrder(file, bytes, tools));
      continue;
    }
    const report = preflightPdf(bytes);
    exitCode = Math.max(exitCode, report.kind === 'checked' && report.findings.length === 0 ? 0 : 1);
    if (command.isJson) reports.push({ file, ...report });
    else printReport({ file, bytes }, report, tools);
  }
  if (command.isJson)
    tools.terminal.out(
      `${JSON.stringify({ galley: tools.installation.version, exitCode, files: reports }, null, 2)}\n`,
    );
  return exitCode;
}

const REFUSALS = { encrypted: 'GA921', broken: 'GA922', 'not-pdf': 'GA922' } as const;

/** The first file of an EPUB says what it is. */
const EPUB_TYPE = 'mimetypeapplication/epub+zip';

const isEpub = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(30, 30 + EPUB_TYPE.length)) === EPUB_TYPE;

function printReport(
  { file, bytes }: { readonly file: string; readonly bytes: Uint8Array },
  report: PreflightReport | RefusedFile,
  tools: CommandTools,
): void {
  if (report.kind === 'checked') {
    tools.terminal.out(formatPreflight(file, report));
    return;
  }
  const context = createCollector();
  const refusal = isEpub(bytes)
    ? {
        message: `${file} is an EPUB, and check looks at PDFs alone`,
        hint: 'EPUBCheck judges EPUBs; `galley check --reading-order` prints in what order one is read aloud.',
      }
    : { message: `${file}, byte ${report.offset}: ${report.message}` };
  reportFault(context, REFUSALS[report.reason], refusal);
  printDiagnostics(tools, context.diagnostics);
}

async function printReadingOrder(file: string, bytes: Uint8Array, tools: CommandTools): Promise<number> {
  const text = await readingOrderOf(bytes);
  if (text === null) {
    tools.terminal.error(`error: ${file} is neither a tagged PDF nor an EPUB\n`);
    return 1;
  }
  tools.terminal.out(text);
  return 0;
}

/** The reading order of a PDF or an EPUB, told by its first bytes; null for anything else. */
export async function readingOrderOf(bytes: Uint8Array): Promise<string | null> {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  try {
    if (start === '%PDF') return formatReadingOrder(readPdf(bytes));
    if (start === 'PK\u0003\u0004') {
      return (await readEpub(bytes))
        .map(({ path, elements }) => `${path}\n${formatReadingOrder(elements, 1)}`)
        .join('');
    }
  } catch {
    return null;
  }
  return null;
}
