import { openEngines, type Engines } from '../../src/build/open-engine.ts';
import { setEdition, type SetEdition } from '../../src/build/set-edition.ts';
import { createStageClock } from '../../src/build/stage-clock.ts';
import { createCollector } from '../../src/diagnostics/context.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { resolveIssue } from '../../src/edition/resolve-issue.ts';
import type { Host } from '../../src/host/host.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { withLayout, type AskedLayout } from '../../src/manifest/asked-layout.ts';
import { loadManifest } from '../../src/manifest/load-manifest.ts';
import { plainOptions } from './build-options.ts';

/** One edition as far as its pages, with all that was reported on the way. */
export type ComposedIssue = {
  readonly edition: Edition;
  readonly set: SetEdition;
  readonly diagnostics: readonly Diagnostic[];
};

/** Where {@link composeFiles} puts its files. */
const FOLDER = '/paper';

let engines: Promise<Engines> | null = null;

/**
 * Composes the pages of an issue's first edition in this process, by the stages of a build.
 *
 * @throws Error when a stage reported an error; its message lists what was reported.
 */
export async function composeIssue(
  folder: string,
  host: Host = createNodeHost(),
  layout: AskedLayout = { theme: null, format: null },
): Promise<ComposedIssue> {
  const context = createCollector();
  const options = plainOptions(host);
  const from = { host, packageFolder: options.installation.packageFolder };
  const loaded = loadManifest(folder, from, context);
  const issue = loaded === null ? null : resolveIssue(withLayout(loaded, layout), from, context).issue;
  const edition = issue?.editions[0];
  if (edition === undefined || context.hasError()) throw new Error(told(context.diagnostics));
  // Fonts are the same for every issue: opening them takes longer than all the rest.
  engines ??= openEngines([edition], options, context);
  const clock = createStageClock(host, () => undefined);
  const set = await setEdition({ edition, engines: await engines, options, clock, context });
  if (set === null) throw new Error(told(context.diagnostics));
  return { edition, set, diagnostics: context.diagnostics };
}

/**
 * The same for an issue whose files are given by their paths in its folder, or in that of its paper when `number` says
 * which folder there is the issue's; the theme and the fonts are galley's.
 */
export async function composeFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  layout?: AskedLayout,
  number = '',
): Promise<ComposedIssue> {
  const own = createMemoryHost(
    Object.fromEntries(Object.entries(files).map(([path, data]) => [`${FOLDER}/${path}`, data])),
  );
  const machine = createNodeHost();
  const hostOf = (path: string): Host => (path === FOLDER || path.startsWith(`${FOLDER}/`) ? own : machine);
  const host: Host = {
    ...machine,
    readFile: (path) => hostOf(path).readFile(path),
    readStart: (path, length) => hostOf(path).readStart(path, length),
    whyUnreadable: (path) => hostOf(path).whyUnreadable(path),
    listFolder: (path) => hostOf(path).listFolder(path),
    fileKind: (path) => hostOf(path).fileKind(path),
    realPath: (path) => hostOf(path).realPath(path),
  };
  return composeIssue(number === '' ? FOLDER : `${FOLDER}/${number}`, host, layout);
}

const told = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n');
