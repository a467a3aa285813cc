import { reportFault, type Collector } from '../diagnostics/context.ts';
import type { Edition, Issue } from '../edition/edition.ts';
import { NO_CACHE } from '../host/cache.ts';
import { compareCodePoints } from '../host/compare-code-points.ts';
import { HostWriteError, type OutputFile } from '../host/host.ts';
import { buildEdition, type BuiltEdition } from './build-edition.ts';
import type { BuildOptions, CacheFault } from './build-options.ts';
import type { BuildReport, EditionReport } from './build-report.ts';
import { formatChecksums, keptLines } from './checksums.ts';
import { collectSources, themeFilesOf } from './collect-sources.ts';
import { exitCodeOf } from './exit-code.ts';
import { reportOther } from './other-issue.ts';
import { openEngines, type Engines } from './open-engine.ts';
import { loadIssue, wantedEditions } from './open-issue.ts';
import { createPlacingCollector } from './placing-collector.ts';
import { recordReads, type RecordingHost } from './record-reads.ts';
import { createStageClock, type StageClock } from './stage-clock.ts';
import { storyReports } from './story-reports.ts';
import { digestFolders, enginesOf, sweep, type Workshop } from './workshop.ts';

/**
 * Builds every edition of an issue and writes them, all or none. The only place that joins the stages: it stops
 * after a stage that reported an error, so that one run shows all faults of that stage.
 */
export async function buildIssue(issuePath: string, given: BuildOptions): Promise<BuildReport> {
  const recording = recordReads(given.host);
  const options = { ...given, host: recording.host };
  const started = options.host.elapsed();
  const context = createPlacingCollector(given.host);
  const clock = createStageClock(options.host, (stage) => options.onProgress({ stage, edition: null }));
  if (options.cacheFault) reportCache(options.cacheFault, context);
  const editions = await buildEditions(issuePath, { options, context, clock, recording });
  sweep(options.workshop, context.diagnostics);
  return {
    issue: issuePath,
    isBuilt: editions !== null,
    exitCode: exitCodeOf(context.diagnostics),
    editions: editions ?? [],
    diagnostics: context.diagnostics,
    timings: clock.timings(),
    milliseconds: Math.round(options.host.elapsed() - started),
  };
}

function reportCache({ folder, reason }: CacheFault, context: Collector): void {
  reportFault(context, 'GA994', {
    message: `nothing is kept in this folder: ${reason}`,
    span: { file: folder, start: 0, end: 0 },
  });
}

type Build = {
  readonly options: BuildOptions;
  readonly context: Collector;
  readonly clock: StageClock;
  readonly recording: RecordingHost;
};

/** Characters of the articles of an edition. */
const lengthOf = ({ stories }: Edition): number => stories.reduce((sum, { text }) => sum + text.length, 0);

async function buildEditions(issuePath: string, build: Build): Promise<readonly EditionReport[] | null> {
  const { options, context, clock } = build;
  const issue = await clock.runAsync('load', () => loadIssue(issuePath, options, context));
  if (issue === null) return null;
  const wanted = wantedEditions(issue, options, context).map((edition) =>
    options.draft ? { ...edition, fileStem: `${edition.fileStem}-draft` } : edition,
  );
  options.host.expectText(Math.max(0, ...wanted.map(lengthOf)));
  if (!options.host.canWrite(options.outFolder)) {
    reportFault(context, 'GA990', {
      message: 'editions cannot be written to this place',
      span: { file: options.outFolder, start: 0, end: 0 },
    });
  }
  for (const edition of wanted) reportOther(edition, listThere(edition, options), context);
  if (context.hasError()) return null;
  // What an archive carries is what was read for it: nothing may be known from before.
  const isArchive = wanted.some(({ profiles }) => (options.profiles ?? profiles).includes('archive'));
  const workshop = isArchive ? null : options.workshop;
  const kept = { ...options, workshop, measures: isArchive ? NO_CACHE : options.measures };
  const engines = await clock.runAsync('fonts', () => openKept(wanted, { ...build, workshop }));
  if (context.hasError()) return null;
  const built: BuiltEdition[] = [];
  const sources = (): readonly string[] => {
    const root = wanted[0]?.publicationFolder ?? issue.folder;
    return collectSources(issue, build.recording.readIn(root), options.host);
  };
  for (const edition of wanted) {
    options.onProgress({ stage: 'edition', edition: edition.fileStem });
    const result = await buildEdition({ edition, engines, options: kept, clock, context }, sources);
    if (result !== null) built.push(result);
  }
  if (context.hasError()) return null;
  const reports = built.map((edition) => ({ edition, ...filesOf(edition, issue, options) }));
  const files = reports.flatMap((report) => report.files);
  const isWritten = await clock.runAsync('write', () => writeAll(files, build));
  if (!isWritten) return null;
  return reports.map(({ edition, ...own }) => reportOf(edition, own));
}

/** Opens fonts and engines, or takes those of an earlier build. */
function openKept(
  wanted: readonly Edition[],
  { options, context, workshop }: Build & { readonly workshop: Workshop | null },
): Promise<Engines> {
  const folders = [...new Set(wanted.flatMap(({ theme }) => theme.fontFolders))];
  const exceptions = wanted.map(({ hyphenationExceptions }) => hyphenationExceptions);
  const about = (): string => JSON.stringify([digestFolders(folders, options.host), exceptions]);
  return enginesOf(workshop, { about, context }, (told) => openEngines(wanted, options, told));
}

/** What is written of an edition, and what of earlier builds stays beside it though its sources have changed since. */
type EditionFiles = { readonly files: readonly OutputFile[]; readonly outdated: readonly string[] };

function filesOf(built: BuiltEdition, issue: Issue, options: BuildOptions): EditionFiles {
  const { edition } = built;
  const { host, outFolder } = options;
  const root = `${edition.publicationFolder}/`;
  const sources = [...new Set([...issue.sources, ...built.sources, ...themeFilesOf(edition, host)])]
    .filter((file) => file.startsWith(root))
    .sort(compareCodePoints)
    .flatMap((file) => {
      const bytes = host.readFile(file);
      return bytes === null ? [] : [{ name: file.slice(root.length), bytes }];
    });
  const list = listOf(edition);
  const readOutput = (name: string): Uint8Array | null => host.readFile(`${outFolder}/${name}`);
  const matter = { outputs: built.files, sources };
  const kept = keptLines(listThere(edition, options), matter, readOutput);
  const checksums = new TextEncoder().encode(formatChecksums({ ...matter, kept }));
  const pathOf = (name: string): string => `${outFolder}/${name}`;
  return {
    files: [...built.files, { name: list, bytes: checksums }].map(({ name, bytes }) => ({
      path: pathOf(name),
      bytes,
    })),
    outdated: kept.filter(({ isOutdated }) => isOutdated).map(({ name }) => pathOf(name)),
  };
}

const listOf = ({ fileStem }: Edition): string => `${fileStem}.sha256`;

/** The list of checksums that lies where an edition is to be written; empty where none does. */
const listThere = (edition: Edition, { host, outFolder }: BuildOptions): string =>
  new TextDecoder().decode(host.readFile(`${outFolder}/${listOf(edition)}`) ?? new Uint8Array());

async function writeAll(files: readonly OutputFile[], { options, context }: Build): Promise<boolean> {
  try {
    await options.host.writeFiles(files);
    return true;
  } catch (fault) {
    if (!(fault instanceof HostWriteError)) throw fault;
    reportFault(context, fault.isBusy ? 'GA940' : 'GA991', {
      message: `not written: ${fault.reason}`,
      span: { file: fault.path, start: 0, end: 0 },
    });
    return false;
  }
}

function reportOf(built: BuiltEdition, { files, outdated }: EditionFiles): EditionReport {
  const { edition, composed } = built;
  const stories = storyReports(built);
  return {
    language: edition.language,
    name: edition.fileStem,
    pages: composed.pages.length,
    stories,
    words: built.words,
    pagePlan: built.dummies,
    files: files.map(({ path, bytes }) => ({ path, bytes: bytes.length })),
    outdated,
    sizes: built.pdfs.map(({ name, profile, sizes }) => ({ name, profile, ...sizes })),
  };
}
