import { watch, type FSWatcher } from 'node:fs';
import { resolve, sep } from 'node:path';
import { openWorkshop } from '../build/workshop.ts';
import { buildOne, openBuildEngines, type CommandTools } from './build-command.ts';
import { findPaperFolder } from './find-paper-folder.ts';
import { identityOf } from './folder-identity.ts';
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
      if (name === null || `${resolve(folder, name)}${sep}`.startsWith(`${outFolder}${sep}`)) return;
      if (isBuilding) isStale = true;
      else {
        if (timer !== null) clearTimeout(timer);
        timer = setTimeout(() => void run().catch(reject), SETTLE_MILLISECONDS);
      }
    };
    for (const folder of folders) follow(folder, (name) => onChange(folder, name));
  });
}

/** How often it is looked whether a folder is still the one that is watched. */
const LOOK_MILLISECONDS = 500;

/** Watches a folder for good: one that is moved away and comes back, or is made anew, is watched again and counts as changed. */
function follow(folder: string, onChange: (name: string | null) => void): void {
  let watcher: FSWatcher | null = null;
  let watched: string | null = null;
  const look = (): void => {
    const now = identityOf(folder);
    if (now === watched) return;
    const isFirst = watcher === null && watched === null;
    watcher?.close();
    watcher = now === null ? watcher : openWatcher(folder, onChange);
    watched = now;
    if (!isFirst && now !== null) onChange('.');
  };
  look();
  // It also keeps the program going while there is nothing to watch.
  setInterval(look, LOOK_MILLISECONDS);
}

/** A folder that goes away under a watcher is an error of it, and is found by who looks. */
function openWatcher(folder: string, onChange: (name: string | null) => void): FSWatcher {
  const watcher = watch(folder, { recursive: true }, (_event, name) => onChange(name));
  return watcher.on('error', () => watcher.close());
}
