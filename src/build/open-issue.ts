import { parseArticle } from '../content/parse-article.ts';
import { typesetEdition } from '../content/typeset-edition.ts';
import { createCollector, reportFault, type Collector, type Context } from '../diagnostics/context.ts';
import type { Edition, Issue } from '../edition/edition.ts';
import { resolveIssue } from '../edition/resolve-issue.ts';
import { withLayout } from '../manifest/asked-layout.ts';
import { loadManifest } from '../manifest/load-manifest.ts';
import { openTemplates } from '../template/open-templates.ts';
import type { BuildOptions } from './build-options.ts';
import { editionAssets } from './edition-assets.ts';
import { reportUnknownLayouts } from './read-layouts.ts';

/**
 * Loads and resolves an issue. Null when its manifest has faults; those of its articles and page layouts are told
 * in the same run, as far as the manifest says what they are.
 */
export async function loadIssue(
  issuePath: string,
  options: Pick<BuildOptions, 'host' | 'installation' | 'layout' | 'draft'>,
  context: Collector,
): Promise<Issue | null> {
  const from = { host: options.host, packageFolder: options.installation.packageFolder };
  const loaded = loadManifest(issuePath, from, context);
  if (loaded === null) return null;
  const asked = withLayout(loaded, options.layout);
  const { issue, editions } = resolveIssue(asked, { ...from, isDraft: options.draft }, context);
  if (issue !== null && !context.hasError())
    return { ...issue, editions: issue.editions.map(typesetEdition) };
  const further = errorsOnly(context);
  for (const edition of editions) {
    const assets = await editionAssets(edition, options, further);
    for (const story of edition.stories) parseArticle(story, edition, assets, further);
    reportUnknownLayouts(
      edition,
      openTemplates(edition.theme, options.host, createCollector()).names,
      further,
    );
  }
  return null;
}

/** What is only doubtful may be so because of the manifest's faults. */
function errorsOnly(context: Context): Context {
  return { report: (diagnostic) => void (diagnostic.severity === 'error' && context.report(diagnostic)) };
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
