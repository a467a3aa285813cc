import { resolve } from 'node:path';
import { buildIssue } from '../build/build-issue.ts';
import type { BuildOptions, Installation } from '../build/build-options.ts';
import type { BuildReport } from '../build/build-report.ts';
import type { SideDesk } from '../build/side-desk.ts';
import type { Workshop } from '../build/workshop.ts';
import type { Host } from '../host/host.ts';
import { formatSizes } from './format-sizes.ts';
import { formatSummary, formatTable } from './format-summary.ts';
import { openCache, type OpenedCache } from './open-cache.ts';
import { openDesk } from './open-side-thread.ts';
import type { BuildCommand } from './parse-command.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { openProgressLine, type Terminal } from './terminal.ts';

/** What every command runs with. */
export type CommandTools = {
  readonly terminal: Terminal;
  readonly host: Host;
  readonly installation: Installation;
  /** Absolute; what paths on the command line are relative to. */
  readonly workingFolder: string;
};

/** What the builds of one command share. */
export type BuildTools = CommandTools & {
  readonly cache: OpenedCache;
  readonly desk: SideDesk;
  /** What the builds of a command that watches leave for one another. */
  readonly workshop?: Workshop;
};

/** Opens what the builds of one command share. */
export function openBuildEngines(
  command: Pick<BuildCommand, 'cache'>,
  tools: CommandTools,
): Pick<BuildTools, 'cache' | 'desk'> {
  const cache = openCache(command.cache, tools);
  return { cache, desk: openDesk(cache, tools) };
}

/** Builds the issues one after the other; a failed one does not stop the next. Returns the worst exit code. */
export async function runBuild(command: BuildCommand, tools: CommandTools): Promise<number> {
  const reports: BuildReport[] = [];
  const engines = openBuildEngines(command, tools);
  for (const issue of command.issues)
    reports.push(await buildOne(command, resolve(tools.workingFolder, issue), { ...tools, ...engines }));
  const exitCode = Math.max(...reports.map((report) => report.exitCode));
  if (command.isJson) {
    tools.terminal.out(
      `${JSON.stringify({ galley: tools.installation.version, exitCode, issues: reports }, null, 2)}\n`,
    );
  } else if (reports.length > 1 && !command.isQuiet)
    tools.terminal.out(formatTable(reports, tools.workingFolder));
  return exitCode;
}

/** Builds one issue and prints its faults and its summary. */
export async function buildOne(
  command: BuildCommand,
  issue: string,
  tools: BuildTools,
): Promise<BuildReport> {
  const { terminal, cache, desk } = tools;
  const line = openProgressLine(terminal, !command.isQuiet && !command.isJson);
  let edition = '';
  const options: BuildOptions = {
    host: tools.host,
    installation: tools.installation,
    cache,
    cacheFault: cache.fault,
    desk,
    measures: cache,
    workshop: tools.workshop ?? null,
    only: command.only,
    outFolder: resolve(tools.workingFolder, command.out),
    languages: command.languages,
    layout: command.layout,
    cover: command.cover,
    profiles: command.profiles,
    impose: command.impose,
    draft: command.draft,
    onProgress: (progress) => {
      edition = progress.edition ?? edition;
      line.show(`${edition === '' ? issue.split('/').at(-1) : edition}: ${progress.stage}`);
    },
  };
  const report = await buildIssue(issue, options);
  cache.trim();
  line.clear();
  if (command.isJson) return report;
  printDiagnostics(tools, report.diagnostics);
  if (!command.isQuiet) terminal.out(formatSummary(report, tools.workingFolder));
  if (command.sizes) terminal.out(formatSizes(report));
  return report;
}
