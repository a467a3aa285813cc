import { resolve } from 'node:path';
import { lintIssue } from '../build/lint-issue.ts';
import type { LintFinding } from '../proof/lint/page-facts.ts';
import { openBuildEngines, type CommandTools } from './build-command.ts';
import type { LintCommand } from './parse-command.ts';
import { printDiagnostics } from './print-diagnostics.ts';

/** `galley lint`: prints what an editor would change on the pages; writes nothing. */
export async function runLint(command: LintCommand, tools: CommandTools): Promise<number> {
  const { terminal, host, installation, workingFolder } = tools;
  const engines = openBuildEngines({ cache: { kind: 'user' } }, tools);
  const report = await lintIssue(resolve(workingFolder, command.issue), {
    host,
    installation,
    ...engines,
    measures: engines.cache,
    workshop: null,
    only: null,
    outFolder: workingFolder,
    languages: command.languages,
    layout: command.layout,
    cover: false,
    draft: false,
    profiles: null,
    impose: null,
    onProgress: () => {},
  });
  if (command.isJson) {
    terminal.out(`${JSON.stringify({ galley: installation.version, ...report }, null, 2)}\n`);
    return report.exitCode;
  }
  printDiagnostics(tools, report.diagnostics);
  for (const { name, findings } of report.editions) {
    terminal.out(
      `${name}: ${findings.length === 0 ? 'nothing to change' : `${findings.length} to look at`}\n`,
    );
    terminal.out(findings.map(formatFinding).join(''));
  }
  return report.exitCode;
}

/** `  page 3, "ferry": tombstone: …` with the cure on a line of its own. */
function formatFinding({ rule, page, story, message, cure }: LintFinding): string {
  const place = [page === null ? 'edition' : `page ${page}`, ...(story === null ? [] : [`"${story}"`])].join(
    ', ',
  );
  return `  ${place}: ${rule}: ${message}\n    ${cure}\n`;
}
