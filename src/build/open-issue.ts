import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Edition, Issue } from '../edition/edition.ts';
import { resolveIssue } from '../edition/resolve-issue.ts';
import { withLayout } from '../manifest/asked-layout.ts';
import { loadManifest } from '../manifest/load-manifest.ts';
import type { BuildOptions } from './build-options.ts';

/** Loads and resolves an issue. Null when its manifest has faults. */
export function loadIssue(issuePath: string, options: BuildOptions, context: Context): Issue | null {
  const from = { host: options.host, packageFolder: options.installation.packageFolder };
  const loaded = loadManifest(issuePath, from, context);
  if (loaded === null) return null;
  return resolveIssue(withLayout(loaded, options.layout), { ...from, isDraft: options.draft }, context);
}

/** The editions that `--lang` asks for; a language the issue has not is reported as GA991. */
export function wantedEditions(
  issue: Issue,
  { languages }: BuildOptions,
  context: Context,
): readonly Edition[] {
  if (languages === null) return issue.editions;
  const known = issue.editions.map((edition) => edition.language);
  for (const language of languages.filter((wanted) => !known.includes(wanted))) {
    reportFault(context, 'GA992', {
      message: `there is no edition in "${language}": this issue has ${known.join(', ')}`,
      trail: [issue.issueId],
    });
  }
  return issue.editions.filter((edition) => languages.includes(edition.language));
}
