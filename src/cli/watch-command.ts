import { watch, type FSWatcher } from 'node:fs';
import { resolve } from 'node:path';
import { openWorkshop } from '../build/workshop.ts';
import { buildOne, openBuildEngines, type CommandTools } from './build-command.ts';
import { findPaperFolder } from './find-paper-folder.ts';
import type { BuildCommand } from './parse-command.ts';

/** Editors save in several steps; one build follows the last of them. */
const SETTLE_MILLISECONDS = 120;

/**
 * Builds, then builds again whenever a file of the paper changes, until interrupted. A build that fails writes
 * nothing: the last good files stay.
 */
export async function runWatch(command: BuildCommand, tools: CommandTools): Promise<number> {
  const issues = command.issues.map((issue) => resolve(tools.workingFolder, issue));
  const outFolder = resolve(tools.workingFolder, command.out);
  const folders = [...new Set(issues.map((issue) => findPaperFolder(issue, tools.host)))];
  const engines = { ...openBuildEngines(command, tools), workshop: openWorkshop() };
  const buildAll = async (): Promise<void> => {
    for (const issue of issues) await buildOne(command, issue, { ...tools, ...engines });
    tools.terminal.error(`Watching ${folders.join(', ')}. Press Ctrl+C to end.\n`);
  };
  await buildAll();
  await watchFolders(folders, outFolder, buildAll);
  return 0;
}

/** Runs one build at a time; changes during a build lead to one more after it. Never resolves. */
function watchFolders(
  folders: readonly string[],
  outFolder: string,
  build: () => Promise<void>,
): Promise<never> {
  return new Promise((_, reject) => {
    let timer: NodeJS.Timeout | null = null;
    let isBuilding = false;
    let isStale = false;
    const watchers: FSWatcher[] = [];
    const run = async (): Promise<void> => {
      isBuilding = true;
      do {
        isStale = false;
        await build();
        // The flag is set by the watchers while the build is awaited.
      } while (isStale as boolean);
      isBuilding = false;
    };
    const onChange = (folder: string, name: string | null): void => {
      if (name === null || resolve(folder, name).startsWith(outFolder)) return;
      if (isBuilding) isStale = true;
      else {
        if (timer !== null) clearTimeout(timer);
        timer = setTimeout(() => void run().catch(reject), SETTLE_MILLISECONDS);
      }
    };
    for (const folder of folders) {
      watchers.push(watch(folder, { recursive: true }, (_event, name) => onChange(folder, name)));
    }
  });
}
