import { resolve } from 'node:path';
import { readEpub } from '../epub/read-epub.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { formatReadingOrder } from '../proof/format-reading-order.ts';
import type { CommandTools } from './build-command.ts';

/** Prints what a listener hears of finished files, in order. Returns the exit code. */
export async function runCheck(files: readonly string[], tools: CommandTools): Promise<number> {
  let exitCode = 0;
  for (const file of files) {
    const bytes = tools.host.readFile(resolve(tools.workingFolder, file));
    if (bytes === null) {
      tools.terminal.error(`error: ${file} cannot be read\n`);
      exitCode = 3;
      continue;
    }
    const text = await readingOrderOf(bytes);
    if (text === null) {
      tools.terminal.error(`error: ${file} is neither a tagged PDF nor an EPUB\n`);
      exitCode = Math.max(exitCode, 1);
    } else tools.terminal.out(text);
  }
  return exitCode;
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
