import { type Judge, javaCommand, missingJars } from './judge.ts';
import { isInstalled, runProgram } from './run-program.ts';

type Report = {
  readonly report: {
    readonly jobs: readonly {
      readonly itemDetails: { readonly name: string };
      readonly taskException?: { readonly exceptionMessage?: string };
      readonly validationResult?: readonly {
        readonly compliant: boolean;
        readonly details: { readonly passedChecks: number; readonly ruleSummaries: readonly RuleSummary[] };
      }[];
    }[];
  };
};

type RuleSummary = {
  readonly clause: string;
  readonly testNumber: number;
  readonly failedChecks: number;
  readonly description: string;
  readonly checks: readonly { readonly context: string; readonly errorMessage: string }[];
};

/** veraPDF for one standard: `2a` is PDF/A-2a, `ua1` PDF/UA-1. All files in one run: the machine starts slowly. */
export function veraPdf(flavour: '2a' | 'ua1'): Judge {
  return {
    name: `veraPDF ${flavour}`,
    available: () => (isInstalled('java') ? missingJars('verapdf') : 'java is not installed'),
    faultsOf: (files) => {
      const parameters = ['--flavour', flavour, '--format', 'json', '--maxfailuresdisplayed', '3', ...files];
      const main = javaCommand('verapdf', 'org.verapdf.apps.GreenfieldCliWrapper');
      const run = runProgram('java', [...main, ...parameters]);
      if (!run.output.startsWith('{')) return [`veraPDF gave no report: ${run.errors}`];
      return faultsIn(JSON.parse(run.output) as Report, files);
    },
  };
}

function faultsIn({ report }: Report, files: readonly string[]): readonly string[] {
  const faults = report.jobs.flatMap(({ itemDetails, validationResult = [], taskException }) => {
    const broken = validationResult.flatMap(({ details }) => details.ruleSummaries.map(formatRule));
    if (taskException !== undefined) broken.push(taskException.exceptionMessage ?? 'it could not be read');
    if (broken.length === 0 && !validationResult.some(isPassed)) broken.push('no check was made');
    return broken.map((fault) => `${itemDetails.name}: ${fault}`);
  });
  return report.jobs.length === files.length ? faults : [...faults, 'not every file was judged'];
}

function isPassed(result: {
  readonly compliant: boolean;
  readonly details: { readonly passedChecks: number };
}): boolean {
  return result.compliant && result.details.passedChecks > 0;
}

function formatRule({ clause, testNumber, failedChecks, description, checks }: RuleSummary): string {
  const first = checks[0];
  return `${clause}/${testNumber} × ${failedChecks}: ${first?.errorMessage ?? description} at ${first?.context ?? '?'}`;
}
