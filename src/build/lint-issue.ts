import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lintEdition } from '../proof/lint/edition-rules.ts';
import type { LintFinding } from '../proof/lint/page-facts.ts';
import { readFacts } from '../proof/lint/read-facts.ts';
import type { BuildOptions } from './build-options.ts';
import { exitCodeOf } from './exit-code.ts';
import { openEngines } from './open-engine.ts';
import { loadIssue, wantedEditions } from './open-issue.ts';
import { createPlacingCollector } from './placing-collector.ts';
import { setEdition } from './set-edition.ts';
import { createStageClock } from './stage-clock.ts';

/** What `galley lint` tells: findings never change the exit code, faults of the sources do. */
export type LintReport = {
  readonly issue: string;
  readonly exitCode: number;
  readonly editions: readonly { readonly name: string; readonly findings: readonly LintFinding[] }[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Composes every edition of an issue and looks over its pages by the rules of make-up; writes nothing. */
export async function lintIssue(issuePath: string, options: BuildOptions): Promise<LintReport> {
  const context = createPlacingCollector(options.host);
  const clock = createStageClock(options.host, (stage) => options.onProgress({ stage, edition: null }));
  const editions: LintReport['editions'][number][] = [];
  const report = (): LintReport => ({
    issue: issuePath,
    exitCode: exitCodeOf(context.diagnostics),
    editions,
    diagnostics: context.diagnostics,
  });
  const issue = await loadIssue(issuePath, options, context);
  if (issue === null) return report();
  const wanted = wantedEditions(issue, options, context);
  const engines = await openEngines(wanted, options, context);
  if (context.hasError()) return report();
  for (const edition of wanted) {
    const set = await setEdition({ edition, engines, options, clock, context });
    if (set === null) continue;
    editions.push({
      name: edition.fileStem,
      findings: lintEdition(readFacts(set.composed, edition, set.dummies === null)),
    });
  }
  return report();
}
