import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../diagnostics/format-diagnostic.ts';
import { withoutRepeats } from '../diagnostics/without-repeats.ts';
import { compareCodePoints } from '../host/compare-code-points.ts';
import type { CommandTools } from './build-command.ts';

/** Faults printed of one build; nobody reads more. */
const MOST_PRINTED = 200;

/** Prints faults with their code frames on standard error, by file and place, each once; those without a place last. */
export function printDiagnostics(tools: CommandTools, diagnostics: readonly Diagnostic[]): void {
  const sources = new Map<string, string | null>();
  const textOf = (file: string): string | null => {
    if (!sources.has(file)) sources.set(file, readText(tools, file));
    return sources.get(file) ?? null;
  };
  const options = {
    colour: tools.terminal.hasColour,
    relativeTo: tools.workingFolder,
    aliases: [{ folder: tools.installation.packageFolder, name: 'galley' }],
  };
  const ordered = withoutRepeats(diagnostics).toSorted(comparePlaces);
  for (const diagnostic of ordered.slice(0, MOST_PRINTED)) {
    const text = formatDiagnostic(diagnostic, textOf, options);
    tools.terminal.error(`${text.trimEnd()}\n\n`);
  }
  const left = ordered.length - MOST_PRINTED;
  if (left > 0) tools.terminal.error(`… and ${left} more; mend these first.\n\n`);
}

/** Sorting is stable: faults of one place stay in the order they were found in. */
function comparePlaces(first: Diagnostic, second: Diagnostic): number {
  if (first.span === null || second.span === null) {
    return Number(first.span === null) - Number(second.span === null);
  }
  return compareCodePoints(first.span.file, second.span.file) || first.span.start - second.span.start;
}

/** As the parsers see it, so that offsets fall where they should. */
function readText(tools: CommandTools, file: string): string | null {
  const bytes = tools.host.readFile(file);
  return bytes === null ? null : new TextDecoder('utf-8').decode(bytes).replaceAll('\r\n', '\n');
}
