import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../diagnostics/format-diagnostic.ts';
import type { CommandTools } from './build-command.ts';

/** Prints faults with their code frames on standard error, each once. */
export function printDiagnostics(tools: CommandTools, diagnostics: readonly Diagnostic[]): void {
  const sources = new Map<string, string | null>();
  const textOf = (file: string): string | null => {
    if (!sources.has(file)) sources.set(file, readText(file));
    return sources.get(file) ?? null;
  };
  const printed = new Set<string>();
  for (const diagnostic of diagnostics) {
    const text = formatDiagnostic(diagnostic, textOf, {
      colour: tools.terminal.hasColour,
      relativeTo: tools.workingFolder,
    });
    if (printed.has(text)) continue;
    printed.add(text);
    tools.terminal.error(`${text.trimEnd()}\n\n`);
  }
}

/** Line ends as the parsers see them, so that offsets fall where they should. */
function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r\n/g, '\n');
  } catch {
    return null;
  }
}
