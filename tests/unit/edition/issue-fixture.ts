import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { Edition, Issue } from '../../../src/edition/edition.ts';
import { resolveIssue, type ResolveOptions } from '../../../src/edition/resolve-issue.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import { loadManifest } from '../../../src/manifest/load-manifest.ts';

const THEMES = fileURLToPath(new URL('../../../templates', import.meta.url));

/** Each theme.yaml of galley's own and the locale files, as a memory host's files under `/galley`. */
export const PACKAGE_FILES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...readdirSync(THEMES).map((theme) => `${theme}/theme.yaml`),
    ...readdirSync(`${THEMES}/tabloid/locale`).map((name) => `tabloid/locale/${name}`),
  ].map((name) => [`/galley/templates/${name}`, readFileSync(`${THEMES}/${name}`, 'utf8')]),
);

/** What came of an issue. */
export type Outcome = {
  readonly issue: Issue | null;
  readonly codes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** The text that each diagnostic points to. */
  readonly pointed: readonly string[];
};

/** Loads and resolves `/paper/7` out of files given by their path under `/paper`. */
export function resolve(
  files: Readonly<Record<string, string>>,
  path = '/paper/7',
  given: Pick<ResolveOptions, 'isDraft'> = {},
): Outcome {
  const all: Record<string, string> = { ...PACKAGE_FILES };
  for (const [name, text] of Object.entries(files)) all[`/paper/${name}`] = text;
  const host = createMemoryHost(all);
  const context = createCollector();
  const options = { ...given, host, packageFolder: '/galley' };
  const loaded = loadManifest(path, options, context);
  const issue = loaded === null ? null : resolveIssue(loaded, options, context).issue;
  const { diagnostics } = context;
  return {
    issue,
    diagnostics,
    codes: diagnostics.map((diagnostic) => diagnostic.code),
    pointed: diagnostics.map(({ span }) =>
      span === null ? '' : (all[span.file] ?? '').slice(span.start, span.end),
    ),
  };
}

/** The manifest of an issue alone, with one story. */
export function resolveYaml(
  yaml: string,
  files: Readonly<Record<string, string>> = {},
  given: Pick<ResolveOptions, 'isDraft'> = {},
): Outcome {
  const all = { '7/issue.yaml': `${yaml}\n`, '7/articles/ferry.md': 'The ferry.\n', ...files };
  return resolve(all, '/paper/7', given);
}

/** The first edition of a fault-free issue. */
export function editionOf(yaml: string, files: Readonly<Record<string, string>> = {}): Edition {
  const { issue, diagnostics } = resolveYaml(yaml, files);
  const [edition] = issue?.editions ?? [];
  if (edition === undefined || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 1));
  return edition;
}
