import type { BuildReport, EditionReport } from '../build/build-report.ts';
import { withoutRepeats } from '../diagnostics/without-repeats.ts';
import { formatStory } from './format-story.ts';
import { relativeTo } from './relative-path.ts';

/** `1,234`: digits in threes, the same in every locale. */
export function formatCount(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Bytes as a reader of a download page wants them. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const plural = (count: number, word: string): string =>
  `${formatCount(count)} ${word}${count === 1 ? '' : 's'}`;

/** How many faults are printed of a build. */
function countsOf({ diagnostics }: BuildReport): { readonly errors: number; readonly warnings: number } {
  const told = withoutRepeats(diagnostics);
  const warnings = told.filter(({ severity }) => severity === 'warning').length;
  return { errors: told.length - warnings, warnings };
}

/** The summary of one issue: what was made, of what, how large, how long it took. */
export function formatSummary(report: BuildReport, folder: string): string {
  const lines = report.editions.flatMap((edition) => formatEdition(edition, folder));
  const { errors, warnings } = countsOf(report);
  const faults = [...(errors > 0 ? [plural(errors, 'error')] : []), plural(warnings, 'warning')].join(', ');
  const seconds = (report.milliseconds / 1000).toFixed(2);
  const end = report.isBuilt
    ? `Done in ${seconds} s, ${faults}.`
    : `Not built: ${faults}, after ${seconds} s. Nothing was written.`;
  return [...lines, end, ''].join('\n');
}

function formatEdition(edition: EditionReport, folder: string): readonly string[] {
  const { given, placed } = edition.words;
  return [
    `${edition.name}  ${plural(edition.pages, 'page')}, ${formatCount(placed)} of ${plural(given, 'word')} placed`,
    ...edition.stories.map((story) => `  ${story.id}: ${plural(story.words, 'word')}, ${formatStory(story)}`),
    ...edition.files.map(({ path, bytes }) => `  ${relativeTo(folder, path)}  ${formatSize(bytes)}`),
    ...edition.outdated.map(
      (path) => `  ${relativeTo(folder, path)}  of an earlier build: the sources have changed since`,
    ),
  ];
}

/** One row an issue, for builds of several. */
export function formatTable(reports: readonly BuildReport[], folder: string): string {
  const rows = reports.map((report) => [
    relativeTo(folder, report.issue),
    report.isBuilt ? 'built' : 'failed',
    plural(
      report.editions.reduce((sum, edition) => sum + edition.pages, 0),
      'page',
    ),
    plural(countsOf(report).errors, 'error'),
    plural(countsOf(report).warnings, 'warning'),
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
