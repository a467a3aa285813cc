import { resolve } from 'node:path';
import { planIssue, type EditionPlan } from '../build/plan-issue.ts';
import { HostWriteError } from '../host/host.ts';
import { drawDummies } from '../makeup/draw-dummy.ts';
import { formatDummy, formatLever } from '../makeup/format-dummy.ts';
import type { DummyPage } from '../makeup/page-dummy.ts';
import { openBuildEngines, type CommandTools } from './build-command.ts';
import { formatStory } from './format-story.ts';
import type { PlanCommand } from './parse-command.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { relativeTo } from './relative-path.ts';

/** `galley plan`: prints a dummy of each page and the depth of each story; writes no edition. */
export async function runPlan(command: PlanCommand, tools: CommandTools): Promise<number> {
  const { terminal, host, installation, workingFolder } = tools;
  const engines = openBuildEngines({ cache: { kind: 'user' } }, tools);
  const report = await planIssue(resolve(workingFolder, command.issue), {
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
  } else {
    printDiagnostics(tools, report.diagnostics);
    for (const edition of report.editions) terminal.out(formatPlan(edition));
  }
  return command.svg === null
    ? report.exitCode
    : writeDrawings(command.svg, report.editions, tools, report.exitCode);
}

function formatPlan(plan: EditionPlan): string {
  const { name, pages, pagePlan, stories } = plan;
  const dummies = pagesOf(plan)
    .map((page) => `${formatDummy(page)}\n`)
    .join('');
  const lines = stories.map((story) => {
    const levers = leversOf(pagePlan ?? [], story.id);
    return `  ${story.id}: ${formatStory(story)}${levers === '' ? '' : `; ${levers}`}`;
  });
  const none = pagePlan === null ? 'The stories run through the bands of the page layouts.\n' : '';
  return `${name}, ${pages} page${pages === 1 ? '' : 's'}\n${none}\n${dummies}${lines.join('\n')}\n`;
}

const pagesOf = ({ pagePlan, legs }: EditionPlan): readonly DummyPage[] => pagePlan ?? legs ?? [];

/** What was done so that the modules of a story fill their places. */
function leversOf(pages: readonly DummyPage[], story: string): string {
  return pages
    .flatMap(({ modules }) => modules)
    .filter(({ stories }) => stories.includes(story))
    .flatMap(({ levers }) => levers.map(formatLever))
    .join(', ');
}

/** One drawing for each edition, `<folder>/<edition>.svg`. */
async function writeDrawings(
  folder: string,
  editions: readonly EditionPlan[],
  { host, terminal, workingFolder }: CommandTools,
  exitCode: number,
): Promise<number> {
  const into = resolve(workingFolder, folder);
  const files = editions.map((edition) => ({
    path: `${into}/${edition.name}.svg`,
    bytes: new TextEncoder().encode(drawDummies(pagesOf(edition))),
  }));
  try {
    await host.writeFiles(files);
  } catch (fault) {
    if (!(fault instanceof HostWriteError)) throw fault;
    terminal.error(`error: ${fault.message}\n`);
    return 3;
  }
  for (const { path } of files) terminal.error(`Wrote ${relativeTo(workingFolder, path)}\n`);
  return exitCode;
}
