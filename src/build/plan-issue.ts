import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { legDummies } from '../makeup/leg-dummies.ts';
import type { DummyPage } from '../makeup/page-dummy.ts';
import type { BuildOptions } from './build-options.ts';
import type { StoryReport } from './build-report.ts';
import { exitCodeOf } from './exit-code.ts';
import { openEngines } from './open-engine.ts';
import { loadIssue, wantedEditions } from './open-issue.ts';
import { createPlacingCollector } from './placing-collector.ts';
import { setEdition } from './set-edition.ts';
import { createStageClock } from './stage-clock.ts';
import { storyReports } from './story-reports.ts';

/** One edition as it would come out. */
export type EditionPlan = {
  readonly name: string;
  readonly language: string;
  readonly pages: number;
  /** The pages as made up; null where stories run through the bands of page layouts. */
  readonly pagePlan: readonly DummyPage[] | null;
  /** There, what each story takes of each page; null where pages were made up. */
  readonly legs: readonly DummyPage[] | null;
  readonly stories: readonly StoryReport[];
};

/** What `galley plan` tells. */
export type PlanReport = {
  readonly issue: string;
  readonly exitCode: number;
  readonly editions: readonly EditionPlan[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Makes up every edition of an issue and writes nothing. */
export async function planIssue(issuePath: string, options: BuildOptions): Promise<PlanReport> {
  const context = createPlacingCollector(options.host);
  const clock = createStageClock(options.host, (stage) => options.onProgress({ stage, edition: null }));
  const editions: EditionPlan[] = [];
  const report = (): PlanReport => ({
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
      language: edition.language,
      pages: set.composed.pages.length,
      pagePlan: set.dummies,
      legs: set.dummies === null ? legDummies(set.composed.pages, edition.grid) : null,
      stories: storyReports(set),
    });
  }
  return report();
}
